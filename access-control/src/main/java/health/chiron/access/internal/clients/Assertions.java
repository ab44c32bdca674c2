package health.chiron.access.internal.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.domain.access.CredentialId;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the assertions by which programs with a key prove themselves (RFC 7523, 3; SMART backend services): signed by one of the
 * program's keys with an algorithm of that kind of key, issuer and subject the program, audience the token endpoint or the issuer of
 * our tokens, over within five minutes, with an id. That an id is used once is the database's to say.
 */
public final class Assertions {
    /** For how long an assertion may hold at the most. */
    public static final Duration LIFE_MOST = Duration.ofMinutes(5);

    /** How far the program's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int ID_MOST = 200;
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));
    /** The head of an Ed25519 key as the platform reads it (RFC 8410); the 32 bytes of the key follow. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Assertions() {}

    /** A key of the program that holds now. */
    public record Key(CredentialId credential, JWK jwk) {}

    /**
     * What an assertion comes to.
     *
     * @param fault a word for the log; null when it holds
     */
    public record Judged(CredentialId credential, String id, Instant expiresAt, String fault) {
        /** Whether it holds. */
        public boolean holds() {
            return fault == null;
        }

        static Judged wrong(String fault) {
            return new Judged(null, null, null, fault);
        }
    }

    /** Who the assertion says it is from; nothing when it cannot be read. Believed only after {@link #judge}. */
    public static Optional<String> claimedBy(String assertion) {
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks.
     *
     * @param client the program that it has to be from
     * @param audiences any of which it may be meant for
     */
    public static Judged judge(String assertion, String client, List<Key> keys, Set<String> audiences, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            Optional<Key> signer = signer(jwt, keys);
            if (signer.isEmpty()) {
                return Judged.wrong("assertion-signature");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String fault = fault(claims, client, audiences, now);
            return fault != null
                    ? Judged.wrong(fault)
                    : new Judged(
                            signer.get().credential(),
                            claims.getJWTID(),
                            claims.getExpirationTime().toInstant(),
                            null);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Judged.wrong("assertion-unreadable");
        }
    }

    private static Optional<Key> signer(SignedJWT jwt, List<Key> keys) {
        JWSHeader header = jwt.getHeader();
        boolean plain = header.getCriticalParams() == null
                && header.isBase64URLEncodePayload()
                && (header.getType() == null || TYPES.contains(header.getType()));
        if (!plain) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(key -> header.getKeyID() == null
                        || header.getKeyID().equals(key.jwk().getKeyID()))
                .filter(key -> ClientKeys.algorithms(key.jwk()).contains(header.getAlgorithm()))
                .filter(key -> signed(jwt, key.jwk()))
                .findFirst();
    }

    private static boolean signed(SignedJWT jwt, JWK key) {
        try {
            return switch (key) {
                case RSAKey rsa -> verify(jwt, new RSASSAVerifier(rsa));
                case ECKey ec -> verify(jwt, new ECDSAVerifier(ec));
                case OctetKeyPair okp -> verify(jwt, okp);
                default -> false;
            };
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean verify(SignedJWT jwt, JWSVerifier verifier) throws JOSEException {
        return jwt.verify(verifier);
    }

    private static boolean verify(SignedJWT jwt, OctetKeyPair key) throws GeneralSecurityException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ED25519);
        encoded.writeBytes(key.getX().decode());
        PublicKey read =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(read);
        signature.update(jwt.getSigningInput());
        return signature.verify(jwt.getSignature().decode());
    }

    private static String fault(JWTClaimsSet claims, String client, Set<String> audiences, Instant now) {
        if (!client.equals(claims.getIssuer()) || !client.equals(claims.getSubject())) {
            return "assertion-other-client";
        }
        if (claims.getAudience().stream().noneMatch(audiences::contains)) {
            return "assertion-audience";
        }
        Instant end = claims.getExpirationTime() == null
                ? Instant.MIN
                : claims.getExpirationTime().toInstant();
        if (!end.isAfter(now)) {
            return "assertion-over";
        }
        Instant latest = now.plus(SKEW);
        boolean ahead = claims.getIssueTime() != null
                        && claims.getIssueTime().toInstant().isAfter(latest)
                || claims.getNotBeforeTime() != null
                        && claims.getNotBeforeTime().toInstant().isAfter(latest);
        if (ahead || end.isAfter(now.plus(LIFE_MOST).plus(SKEW))) {
            return "assertion-times";
        }
        String id = claims.getJWTID();
        return id == null || id.isBlank() || id.length() > ID_MOST ? "assertion-id" : null;
    }
}

package health.chiron.access.internal.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.access.api.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a provider says of somebody, and believes it only when all of it holds (OpenID Connect Core 1.0, 3.1.3.7). */
final class IdTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration SKEW = Duration.ofSeconds(30);
    /** It was asked for a moment ago. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST = 16_384;
    private static final int SUBJECT = 255;

    private IdTokens() {}

    /** Finds the provider's keys for the name in a token. */
    interface Keys {
        JWKSet of(String keyId) throws ProviderFailure;
    }

    /**
     * Whom a token speaks of.
     *
     * @param nonce what this sign-in was begun with
     * @throws ProviderFailure when anything about the token does not hold
     */
    static Identity read(Provider provider, String token, String nonce, Keys keys, Instant now) throws ProviderFailure {
        SignedJWT signed = parsed(token);
        mustBeSigned(signed, keys);
        JWTClaimsSet claims = claims(signed);
        try {
            mustBeMeant(provider, claims, nonce);
            mustBeOfNow(claims, now);
            return identity(provider, claims);
        } catch (ParseException e) {
            throw new ProviderFailure("id-token-claims");
        }
    }

    private static SignedJWT parsed(String token) throws ProviderFailure {
        if (token.length() > LONGEST) {
            throw new ProviderFailure("id-token-too-long");
        }
        try {
            JWT jwt = JWTParser.parse(token);
            if (jwt instanceof SignedJWT signed) {
                return signed;
            }
        } catch (ParseException e) {
            throw new ProviderFailure("id-token-unreadable");
        }
        throw new ProviderFailure("id-token-unsigned");
    }

    private static void mustBeSigned(SignedJWT signed, Keys keys) throws ProviderFailure {
        JWSHeader header = signed.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new ProviderFailure("id-token-algorithm");
        }
        if (header.getType() != null && !"JWT".equalsIgnoreCase(header.getType().getType())) {
            throw new ProviderFailure("id-token-type");
        }
        List<JWK> fitting = new JWKSelector(new JWKMatcher.Builder()
                        .keyType(KeyType.forAlgorithm(header.getAlgorithm()))
                        .keyID(header.getKeyID())
                        .keyUses(KeyUse.SIGNATURE, null)
                        .algorithms(header.getAlgorithm(), null)
                        .build())
                .select(keys.of(header.getKeyID()));
        if (fitting.isEmpty()) {
            throw new ProviderFailure("id-token-key");
        }
        try {
            for (JWK key : fitting) {
                boolean strong = !KeyType.RSA.equals(key.getKeyType()) || key.size() >= SHORTEST_RSA;
                // The factory's verifiers refuse headers that they are told to understand and do not (crit).
                if (strong
                        && key instanceof AsymmetricJWK pair
                        && signed.verify(
                                new DefaultJWSVerifierFactory().createJWSVerifier(header, pair.toPublicKey()))) {
                    return;
                }
            }
        } catch (JOSEException e) {
            throw new ProviderFailure("id-token-signature", e);
        }
        throw new ProviderFailure("id-token-signature");
    }

    private static JWTClaimsSet claims(SignedJWT signed) throws ProviderFailure {
        try {
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            if (claims != null) {
                return claims;
            }
        } catch (ParseException e) {
            throw new ProviderFailure("id-token-claims");
        }
        throw new ProviderFailure("id-token-claims");
    }

    private static void mustBeMeant(Provider provider, JWTClaimsSet claims, String nonce)
            throws ProviderFailure, ParseException {
        if (!provider.issuer().toString().equals(claims.getIssuer())) {
            throw new ProviderFailure("id-token-issuer");
        }
        // For us and nobody else: other audiences are not trusted.
        if (!claims.getAudience().equals(List.of(provider.clientId()))) {
            throw new ProviderFailure("id-token-audience");
        }
        String party = claims.getStringClaim("azp");
        if (party != null && !party.equals(provider.clientId())) {
            throw new ProviderFailure("id-token-party");
        }
        String said = claims.getStringClaim("nonce");
        if (said == null || !MessageDigest.isEqual(bytes(said), bytes(nonce))) {
            throw new ProviderFailure("id-token-nonce");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void mustBeOfNow(JWTClaimsSet claims, Instant now) throws ProviderFailure {
        Instant end = at(claims, "exp");
        Instant issued = at(claims, "iat");
        Instant begin = at(claims, "nbf");
        if (end == null || !end.isAfter(now.minus(SKEW))) {
            throw new ProviderFailure("id-token-expired");
        }
        if (issued == null || issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(OLDEST))) {
            throw new ProviderFailure("id-token-issued-at");
        }
        if (begin != null && begin.isAfter(now.plus(SKEW))) {
            throw new ProviderFailure("id-token-not-yet");
        }
    }

    private static Instant at(JWTClaimsSet claims, String name) {
        return claims.toJSONObject().get(name) instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    private static Identity identity(Provider provider, JWTClaimsSet claims) throws ProviderFailure, ParseException {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > SUBJECT) {
            throw new ProviderFailure("id-token-subject");
        }
        String mail = Boolean.TRUE.equals(claims.getClaim("email_verified")) ? mail(claims) : null;
        return new Identity(provider.name(), claims.getIssuer(), subject, mail, line(claims.getStringClaim("name")));
    }

    /** Plain ASCII only: other signs may become an ASCII letter when they are made small, and then it is somebody else's address. */
    private static String mail(JWTClaimsSet claims) throws ParseException {
        String mail = claims.getStringClaim("email");
        boolean usable = mail != null
                && mail.length() <= Limits.EMAIL
                && mail.chars().allMatch(sign -> sign < 0x7f)
                && mail.matches(Limits.EMAIL_PATTERN);
        return usable ? mail.toLowerCase(Locale.ROOT) : null;
    }

    private static String line(String name) {
        String plain = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), Limits.NAME));
    }
}

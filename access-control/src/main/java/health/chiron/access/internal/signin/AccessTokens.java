package health.chiron.access.internal.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.SessionId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs access tokens (RFC 9068) with the first key of the operator's private JWK set; the public half of every key in it is
 * published, so that a new key can be put first while tokens of the old one still run out.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long a token is good for: as long as a revoked session may still be claimed, were it not checked at every door. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    @Inject
    @ConfigProperty(name = "chiron.token.keys.file")
    private String file;

    @Inject
    @ConfigProperty(name = "chiron.token.issuer")
    private String issuer;

    private JWKSet keys;
    private RSAKey current;
    private JWSSigner signer;

    @PostConstruct
    void load() {
        try {
            keys = JWKSet.load(new File(file));
            List<JWK> all = keys.getKeys();
            if (all.isEmpty() || !(all.get(0) instanceof RSAKey first) || !first.isPrivate()) {
                throw new IllegalStateException("the first key must be a private RSA key: " + file);
            }
            current = first;
            signer = new RSASSASigner(first);
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException("cannot read the token keys in " + file, e);
        }
    }

    /** A token for a session. */
    public String issue(AccountId account, AccountKind kind, String username, SessionId session, Instant at) {
        return token(claims(account, kind, username, session, at).build());
    }

    /**
     * A token for a registered program, with its {@code client_id} and {@code scope} (RFC 9068, 2.2). Both are for the reader; what
     * the program may is read from the session's row at every door.
     */
    public String issue(ApiClientId client, String username, Set<ClientScope> scopes, SessionId session, Instant at) {
        return token(claims(new AccountId(client.value()), AccountKind.INTEGRATOR, username, session, at)
                .claim("client_id", client.toString())
                .claim("scope", ClientScope.written(scopes))
                .build());
    }

    private JWTClaimsSet.Builder claims(
            AccountId account, AccountKind kind, String username, SessionId session, Instant at) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("chiron-api")
                .subject(account.toString())
                .claim("upn", username)
                .claim("sid", session.toString())
                .claim("groups", List.of(kind.name()))
                .issueTime(Date.from(at))
                .expirationTime(Date.from(at.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString());
    }

    // RFC 9068 would have at+jwt; Payara takes nothing but JWT. Statements of another kind carry another type and are
    // refused.
    private String token(JWTClaimsSet claims) {
        return signed(claims, "JWT");
    }

    /** A signed statement, such as the head of the audit chain: whoever has the published keys can check it. */
    public String signed(JWTClaimsSet claims, String type) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(current.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the token key cannot sign", e);
        }
        return jwt.serialize();
    }

    /** Who signs. */
    public String issuer() {
        return issuer;
    }

    /** The private set, for checking what we signed ourselves. */
    public JWKSet keys() {
        return keys;
    }

    /** The public halves. */
    public String publicKeys() {
        return keys.toPublicJWKSet().toString();
    }
}

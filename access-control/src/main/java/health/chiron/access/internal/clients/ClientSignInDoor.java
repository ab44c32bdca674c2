package health.chiron.access.internal.clients;

import com.nimbusds.jose.jwk.JWK;
import health.chiron.access.api.ClientProof;
import health.chiron.access.api.ClientSignIn;
import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.TokenPair;
import health.chiron.access.internal.clients.ClientSessions.Known;
import health.chiron.access.internal.clients.ClientSessions.Proof;
import health.chiron.access.internal.door.Fields;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.access.internal.signin.AccessTokens;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where programs get tokens. There is no lock after failed tries as for people: a secret of 256 bits is not found by trying, and a
 * lock would let anybody who knows a {@code client_id} stop the program. Tries are counted by address and by id all the same.
 */
@Stateless
public class ClientSignInDoor implements ClientSignIn {
    /** Where tokens are got, behind the address under which the house is known. */
    private static final String ENDPOINT = "/api/v1/auth/token";

    /** A program that is not there is checked like one that is. */
    private static final CredentialId NONE = new CredentialId(new UUID(0, 0));

    private static final byte[] NO_HASH = new byte[32];

    @Inject
    private ClientSessions sessions;

    @Inject
    private ClientSecrets secrets;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Fields fields;

    @Inject
    private CallLimits limits;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String publicUrl;

    private record Proven(CredentialId credential, Assertions.Judged assertion, String fault) {}

    @Override
    @OpenToAll(because = "this is how a program becomes known")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TokenPair open(ClientProof proof) {
        fields.check(proof);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        String name = name(proof);
        limits.takeByName(Limit.SIGN_IN_NAME, name);
        Known known = id(name).flatMap(sessions::find).orElse(null);
        Proven proven = proof.assertion() != null
                ? byAssertion(known, name, proof.assertion())
                : bySecret(known, proof.secret());
        if (proven.fault() != null) {
            sessions.refused(known, proven.fault());
            throw notRecognised();
        }
        if (!known.letsIn()) {
            sessions.refused(known, "client-not-active");
            throw Refusal.forbidden("client/not-active", "This program is not let in at present.");
        }
        Set<ClientScope> scopes = scopes(known, proof.scope());
        SessionId session = sessions.open(known, proven.credential(), scopes, proven.assertion())
                .orElseThrow(() -> {
                    sessions.refused(known, proven.assertion() == null ? "credentials" : "assertion-used");
                    return notRecognised();
                });
        return new TokenPair(
                tokens.issue(known.id(), known.username(), scopes, session, clock.instant()),
                "Bearer",
                AccessTokens.LIFE.toSeconds(),
                null,
                null,
                ClientScope.written(scopes));
    }

    private static String name(ClientProof proof) {
        if ((proof.secret() == null) == (proof.assertion() == null)) {
            throw notRecognised();
        }
        String named = proof.clientId();
        if (proof.assertion() == null) {
            return named == null ? "" : named;
        }
        String claimed = Assertions.claimedBy(proof.assertion()).orElse("");
        return named == null || named.equals(claimed) ? claimed : "";
    }

    private static Optional<ApiClientId> id(String name) {
        try {
            return Optional.of(ApiClientId.of(name)).filter(id -> id.toString().equals(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Proven bySecret(Known known, String secret) {
        List<Proof> held = proofs(known, CredentialKind.SECRET);
        CredentialId right = null;
        // Each of them, found or not, and one where there is none: how long it takes tells nothing.
        for (Proof one : held) {
            if (secrets.matches(one.credential(), secret, one.secretHash())) {
                right = one.credential();
            }
        }
        for (int missing = held.size(); missing < 1; missing++) {
            secrets.matches(NONE, secret, NO_HASH);
        }
        return right == null ? new Proven(null, null, "credentials") : new Proven(right, null, null);
    }

    private Proven byAssertion(Known known, String name, String assertion) {
        List<Assertions.Key> keys = proofs(known, CredentialKind.PUBLIC_KEY).stream()
                .map(proof -> new Assertions.Key(proof.credential(), read(proof.publicKey())))
                .toList();
        Set<String> audiences = Set.of(publicUrl + ENDPOINT, tokens.issuer());
        if (keys.isEmpty()) {
            // Somebody without a key is checked against ours, in vain and as long.
            JWK ours = tokens.keys().getKeys().get(0).toPublicJWK();
            Assertions.judge(assertion, name, List.of(new Assertions.Key(NONE, ours)), audiences, clock.instant());
            return new Proven(null, null, "assertion-signature");
        }
        Assertions.Judged judged = Assertions.judge(assertion, name, keys, audiences, clock.instant());
        return new Proven(judged.credential(), judged, judged.fault());
    }

    private static List<Proof> proofs(Known known, CredentialKind kind) {
        return known == null
                ? List.of()
                : known.proofs().stream().filter(proof -> proof.kind() == kind).toList();
    }

    private static JWK read(String key) {
        try {
            return JWK.parse(key);
        } catch (ParseException e) {
            throw new IllegalStateException("a registered key cannot be read", e);
        }
    }

    private Set<ClientScope> scopes(Known known, String wanted) {
        if (wanted == null) {
            return known.scopes();
        }
        Optional<Set<ClientScope>> named = ClientScope.read(wanted).filter(known.scopes()::containsAll);
        if (named.isEmpty()) {
            sessions.refused(known, "scope");
            throw Refusal.invalid(
                    "scope", "not_allowed", "Ask for scopes that the program is allowed, with blanks between.");
        }
        return named.get();
    }

    private static Refusal notRecognised() {
        return Refusal.unauthenticated("client/not-recognised", "The program or its proof is not known here.");
    }
}

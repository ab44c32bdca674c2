package health.chiron.access.internal.clients;

import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.signin.AccessTokens;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import health.chiron.domain.access.SessionId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the token endpoint reads and writes of programs; each method is one short transaction. */
@Stateless
public class ClientSessions {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private Sql sql;

    @Inject
    private CurrentCall call;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    /** One credential that holds, with what proves it. */
    public record Proof(CredentialId credential, CredentialKind kind, byte[] secretHash, String publicKey) {
        /** Says nothing of the hash. */
        @Override
        public String toString() {
            return "Proof[" + credential + "]";
        }
    }

    /**
     * A program at the door.
     *
     * @param letsIn whether it is let in now, and its clinic open
     * @param scopes what it is allowed at the most
     * @param proofs its credentials that hold
     */
    public record Known(
            ApiClientId id,
            ClinicId clinic,
            String username,
            boolean letsIn,
            Set<ClientScope> scopes,
            List<Proof> proofs) {}

    private record Line(Known client, Proof proof) {}

    /** The program with this id. */
    public Optional<Known> find(ApiClientId client) {
        List<Line> lines = sql.list("SELECT * FROM policy.client_at_the_door(?)", ClientSessions::line, client);
        return lines.stream()
                .findFirst()
                .map(first -> new Known(
                        first.client().id(),
                        first.client().clinic(),
                        first.client().username(),
                        first.client().letsIn(),
                        first.client().scopes(),
                        lines.stream()
                                .map(Line::proof)
                                .filter(proof -> proof.credential() != null)
                                .toList()));
    }

    private static Line line(Sql.Row row) throws SQLException {
        UUID credential = row.id("credential_id");
        Known client = new Known(
                new ApiClientId(row.id("id")),
                new ClinicId(row.id("clinic_id")),
                row.text("account_name"),
                row.yes("lets_in"),
                ClientScope.stored(row.text("scopes_allowed")),
                List.of());
        return new Line(
                client,
                new Proof(
                        credential == null ? null : new CredentialId(credential),
                        row.word(CredentialKind.class, "kind"),
                        row.bytes("secret_hash"),
                        row.text("public_key")));
    }

    /** Notes a refusal in the log; under nobody's name when there is no such program. */
    public void refused(Known known, String reason) {
        log.write(
                known == null
                        ? Entry.ofAccount(
                                new AccountId(NOBODY), "UNKNOWN", "SIGN_IN", "ClientSignIn.open", "DENIED", reason)
                        : entry(known, null, "DENIED", reason));
    }

    private static Entry entry(Known known, CredentialId credential, String outcome, String reason) {
        return new Entry(
                new AccountId(known.id().value()),
                AccountKind.INTEGRATOR.name(),
                known.clinic(),
                Set.of(),
                null,
                null,
                "SIGN_IN",
                "OWN_ACCOUNT",
                "ClientSignIn.open",
                credential == null ? null : credential.value(),
                outcome,
                reason);
    }

    /**
     * Opens a session of one token's length, if the program is let in and the credential holds still.
     *
     * @param assertion the assertion's id and end; null for a secret
     * @return nothing when the assertion was used before, or something ended since the check
     */
    public Optional<SessionId> open(
            Known known, CredentialId credential, Set<ClientScope> scopes, Assertions.Judged assertion) {
        Instant now = clock.instant();
        enter(known.id());
        if (assertion != null && !isFirstUse(known.id(), assertion, now)) {
            return Optional.empty();
        }
        SessionId session = SessionId.next();
        int opened = sql.update(
                """
                INSERT INTO access.session (id, account_id, channel, started_at, last_used_at, expires_at, address, scopes, credential_id)
                SELECT ?, k.id, ?, ?, ?, ?, ?, ?, d.id
                  FROM access.api_client k JOIN access.client_credential d ON d.client_id = k.id AND d.retired_at IS NULL AND d.expires_at > statement_timestamp()
                 WHERE k.id = ? AND d.id = ? AND k.state = 'APPROVED'""",
                session,
                Channel.API,
                now,
                now,
                now.plus(AccessTokens.LIFE),
                call.address().orElse(null),
                ClientScope.written(scopes),
                known.id(),
                credential);
        if (opened == 0) {
            return Optional.empty();
        }
        sql.update("UPDATE access.client_credential SET last_used_at = ? WHERE id = ?", now, credential);
        call.of(new AccountId(known.id().value()), session);
        log.write(entry(known, credential, "PERMITTED", null));
        return Optional.of(session);
    }

    /** From here on the second wall knows the program: it has proven who it is. */
    private void enter(ApiClientId client) {
        sql.first("SELECT set_config('chiron.account_id', ?, true)", row -> true, client.toString());
    }

    /** One row for each assertion: of any number of copies one is the first. What is over by itself need not be kept. */
    private boolean isFirstUse(ApiClientId client, Assertions.Judged assertion, Instant now) {
        sql.update(
                "DELETE FROM access.client_assertion WHERE client_id = ? AND expires_at < ?",
                client,
                now.minus(Assertions.SKEW));
        return sql.update(
                        "INSERT INTO access.client_assertion (client_id, jti_hash, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        client,
                        hash(assertion.id()),
                        assertion.expiresAt())
                == 1;
    }

    private static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

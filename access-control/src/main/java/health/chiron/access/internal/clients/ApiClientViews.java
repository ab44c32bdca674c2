package health.chiron.access.internal.clients;

import health.chiron.access.api.ApiClientView;
import health.chiron.access.api.ClientCredentialView;
import health.chiron.access.api.ClientSessionView;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Programs as their keepers see them. */
@ApplicationScoped
class ApiClientViews {
    private static final String CLIENT = """
            SELECT k.*, c.name AS clinic_name, r.full_name AS registered_name, d.full_name AS decided_name
              FROM access.api_client k
              JOIN access.clinic c ON c.id = k.clinic_id
              JOIN access.account r ON r.id = k.registered_by
              LEFT JOIN access.account d ON d.id = k.decided_by
            """;

    @Inject
    private Sql sql;

    private record Kept(UUID client, ClientCredentialView view) {}

    Page<ApiClientView> ofClinic(ClinicId clinic, PageRequest page) {
        List<ApiClientView> found = sql.list(
                CLIENT
                        + " WHERE k.clinic_id = ? ORDER BY k.state IN ('REFUSED','REVOKED'), k.registered_at DESC, k.id LIMIT ? OFFSET ?",
                ApiClientViews::view,
                clinic,
                page.limit(),
                page.offset());
        long total = sql.count("SELECT count(*) FROM access.api_client WHERE clinic_id = ?", clinic);
        return new Page<>(withCredentials(found), total, page.offset(), page.limit());
    }

    Page<ApiClientView> all(ClientState state, PageRequest page) {
        List<ApiClientView> found = sql.list(
                CLIENT
                        + " WHERE (?::text IS NULL OR k.state = ?) ORDER BY k.state <> 'REQUESTED', k.registered_at, k.id LIMIT ? OFFSET ?",
                ApiClientViews::view,
                state,
                state,
                page.limit(),
                page.offset());
        long total =
                sql.count("SELECT count(*) FROM access.api_client WHERE (?::text IS NULL OR state = ?)", state, state);
        return new Page<>(withCredentials(found), total, page.offset(), page.limit());
    }

    ApiClientView get(ApiClientId client) {
        return sql.first(CLIENT + " WHERE k.id = ?", ApiClientViews::view, client)
                .map(found -> withCredentials(List.of(found)).get(0))
                .orElseThrow(Refusal::notFound);
    }

    /** What is out of a program's tokens, the latest used first. */
    Page<ClientSessionView> sessions(ApiClientId client, Instant now, PageRequest page) {
        List<ClientSessionView> found =
                sql.list("""
                SELECT s.id, s.started_at, s.last_used_at, s.expires_at, s.address, s.credential_id, d.label, s.scopes
                  FROM access.session s LEFT JOIN access.client_credential d ON d.id = s.credential_id
                 WHERE s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > ?
                 ORDER BY s.last_used_at DESC, s.id DESC LIMIT ? OFFSET ?""", ApiClientViews::session, client, now, page.limit(), page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.session WHERE account_id = ? AND ended_at IS NULL AND expires_at > ?",
                client,
                now);
        return new Page<>(found, total, page.offset(), page.limit());
    }

    private static ClientSessionView session(Sql.Row row) throws SQLException {
        UUID credential = row.id("credential_id");
        return new ClientSessionView(
                new SessionId(row.id("id")),
                row.instant("started_at"),
                row.instant("last_used_at"),
                row.instant("expires_at"),
                row.text("address"),
                credential == null ? null : new CredentialId(credential),
                row.text("label"),
                row.text("scopes"));
    }

    ClientCredentialView credential(CredentialId credential) {
        return sql.first(
                        "SELECT d.*, d.retired_at IS NULL AND d.expires_at > statement_timestamp() AS holds FROM access.client_credential d WHERE id = ?",
                        ApiClientViews::kept,
                        credential)
                .map(Kept::view)
                .orElseThrow(Refusal::notFound);
    }

    private List<ApiClientView> withCredentials(List<ApiClientView> clients) {
        UUID[] ids = clients.stream().map(client -> client.id().value()).toArray(UUID[]::new);
        Map<UUID, List<ClientCredentialView>> kept = sql
                .list(
                        "SELECT d.*, d.retired_at IS NULL AND d.expires_at > statement_timestamp() AS holds FROM access.client_credential d WHERE client_id = ANY (?) ORDER BY created_at DESC, id DESC",
                        ApiClientViews::kept,
                        (Object) ids)
                .stream()
                .collect(Collectors.groupingBy(Kept::client, Collectors.mapping(Kept::view, Collectors.toList())));
        return clients.stream()
                .map(client -> with(client, kept.getOrDefault(client.id().value(), List.of())))
                .toList();
    }

    private static ApiClientView with(ApiClientView client, List<ClientCredentialView> credentials) {
        return new ApiClientView(
                client.id(),
                client.clinicId(),
                client.clinicName(),
                client.name(),
                client.contact(),
                client.purpose(),
                client.state(),
                client.scopesWanted(),
                client.scopesAllowed(),
                client.registeredAt(),
                client.registeredBy(),
                client.decidedAt(),
                client.decidedBy(),
                client.heldByPlatform(),
                client.changedAt(),
                client.reason(),
                credentials,
                client.version());
    }

    private static ApiClientView view(Sql.Row row) throws SQLException {
        return new ApiClientView(
                new ApiClientId(row.id("id")),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                row.text("name"),
                row.text("contact"),
                row.text("purpose"),
                row.word(ClientState.class, "state"),
                row.text("scopes_wanted"),
                row.text("scopes_allowed"),
                row.instant("registered_at"),
                row.text("registered_name"),
                row.instant("decided_at"),
                row.text("decided_name"),
                row.yes("held_by_platform"),
                row.instant("changed_at"),
                row.text("reason"),
                List.of(),
                row.number("version"));
    }

    private static Kept kept(Sql.Row row) throws SQLException {
        return new Kept(
                row.id("client_id"),
                new ClientCredentialView(
                        new CredentialId(row.id("id")),
                        row.word(CredentialKind.class, "kind"),
                        row.text("label"),
                        row.text("hint"),
                        row.instant("created_at"),
                        row.instant("expires_at"),
                        row.instant("last_used_at"),
                        row.instant("retired_at"),
                        row.yes("holds")));
    }
}

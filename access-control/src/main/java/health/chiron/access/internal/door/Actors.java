package health.chiron.access.internal.door;

import health.chiron.access.api.Actor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads who acts, afresh at every door, and opens the transaction for that account: from here on row-level security knows the
 * actor. Session ended, account retired, token of somebody else: all answer alike.
 */
@ApplicationScoped
class Actors {
    @Inject
    private CurrentCall call;

    @Inject
    private Sql sql;

    Actor enter() {
        AccountId account = call.account().orElseThrow(Actors::nobody);
        UUID session = call.session().orElseThrow(Actors::nobody).value();
        return sql.first(
                        """
                        SELECT set_config('chiron.account_id', a.id::text, true), a.id, a.kind, a.full_name, s.scopes,
                               CASE a.kind WHEN 'INTEGRATOR' THEN set_config('chiron.session_id', s.id::text, true) END,
                               CASE a.kind WHEN 'INTEGRATOR' THEN (SELECT k.scopes_allowed FROM access.api_client k WHERE k.id = a.id) END AS scopes_allowed,
                               ARRAY(SELECT m.clinic_id || ' ' || m.rights FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                      WHERE m.account_id = a.id AND m.active) AS clinics
                          FROM access.session s JOIN access.account a ON a.id = s.account_id AND a.status = 'ACTIVE' AND NOT a.password_change_required
                         WHERE s.id = ? AND s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > statement_timestamp()""",
                        row -> new Actor(
                                new AccountId(row.id("id")),
                                row.word(AccountKind.class, "kind"),
                                row.text("full_name"),
                                row.texts("clinics").stream().collect(Collectors.toMap(Actors::clinic, Actors::rights)),
                                scopes(row)),
                        session,
                        account.value())
                .filter(actor -> actor.kind() != AccountKind.INTEGRATOR
                        || !actor.clinics().isEmpty())
                .orElseThrow(Actors::nobody);
    }

    /** What the token has, as far as the registration allows it still. Whoever came with a password has no registration. */
    private static Set<ClientScope> scopes(Sql.Row row) throws SQLException {
        String ofToken = row.text("scopes");
        if (ofToken == null) {
            return ClientScope.OF_IMPORTERS;
        }
        Set<ClientScope> scopes = ClientScope.stored(ofToken);
        scopes.retainAll(ClientScope.stored(row.text("scopes_allowed")));
        return scopes;
    }

    private static ClinicId clinic(String membership) {
        return ClinicId.of(membership.substring(0, membership.indexOf(' ')));
    }

    private static Set<ClinicRight> rights(String membership) {
        return ClinicRight.read(membership.substring(membership.indexOf(' ')));
    }

    private static Refusal nobody() {
        return Refusal.unauthenticated("sign-in/needed", "Sign in to go on.");
    }
}

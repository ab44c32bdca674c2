package health.chiron.access.internal.door;

import health.chiron.access.api.Actor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
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

    @Inject
    private SessionUse use;

    @Inject
    private Clock clock;

    /** Who acts, and when a program's token was last used; null for everybody else. */
    private record Entered(Actor actor, Instant lastUsed) {}

    Actor enter() {
        AccountId account = call.account().orElseThrow(Actors::nobody);
        SessionId session = call.session().orElseThrow(Actors::nobody);
        Entered entered = sql.first("""
                        SELECT set_config('chiron.account_id', a.id::text, true), a.id, a.kind, a.full_name, s.scopes, s.last_used_at,
                               CASE a.kind WHEN 'INTEGRATOR' THEN set_config('chiron.session_id', s.id::text, true) END,
                               CASE a.kind WHEN 'INTEGRATOR' THEN (SELECT k.scopes_allowed FROM access.api_client k WHERE k.id = a.id) END AS scopes_allowed,
                               ARRAY(SELECT m.clinic_id || ' ' || m.rights FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                      WHERE m.account_id = a.id AND m.active) AS clinics
                          FROM access.session s JOIN access.account a ON a.id = s.account_id AND a.status = 'ACTIVE' AND NOT a.password_change_required
                         WHERE s.id = ? AND s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > statement_timestamp()""", Actors::entered, session, account)
                .filter(one -> one.actor().kind() != AccountKind.INTEGRATOR
                        || !one.actor().clinics().isEmpty())
                .orElseThrow(Actors::nobody);
        if (entered.lastUsed() != null && SessionUse.isDue(entered.lastUsed(), clock.instant())) {
            use.note(session);
        }
        return entered.actor();
    }

    private static Entered entered(Sql.Row row) throws SQLException {
        Actor actor = new Actor(
                new AccountId(row.id("id")),
                row.word(AccountKind.class, "kind"),
                row.text("full_name"),
                row.texts("clinics").stream().collect(Collectors.toMap(Actors::clinic, Actors::rights)),
                scopes(row));
        return new Entered(actor, row.text("scopes") == null ? null : row.instant("last_used_at"));
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

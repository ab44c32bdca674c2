package health.chiron.access.internal.explain;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.access.internal.policy.Relationships;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What joins somebody else to a patient, as far as the database lets the present actor ask. */
@ApplicationScoped
class Joined {
    @Inject
    private Sql sql;

    /**
     * The facts about a person and a patient.
     *
     * @param workplaces whether the person's clinics count where working there is enough to ask: known to auditors and to whom it
     *     concerns; to anybody else they would tell that the account exists
     */
    Facts of(AccountId account, PatientId patient, Action action, boolean workplaces) {
        Optional<Actor> actor = actor(account);
        List<Relationship> relationships = new ArrayList<>(sql.list(
                "SELECT kind, clinic_id, grant_id, sections, purpose, ends_at FROM policy.relationships_of(?, ?)",
                Relationships::read,
                account,
                patient));
        boolean asks = action == Action.REQUEST || action == Action.BREAK_GLASS;
        if (asks && (workplaces || !relationships.isEmpty())) {
            actor.ifPresent(who -> who.clinics().stream()
                    .sorted(java.util.Comparator.comparing(ClinicId::toString))
                    .map(clinic -> Relationship.plain(Relationship.Kind.MEMBER, clinic))
                    .forEach(relationships::add));
        }
        return new Facts(actor.orElse(null), relationships);
    }

    private Optional<Actor> actor(AccountId account) {
        return sql.first(
                """
                SELECT a.kind, policy.scopes_of(a.id) AS scopes, policy.is_program(a.id) AS program,
                       ARRAY(SELECT m.clinic_id || ' ' || m.rights FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                              WHERE m.account_id = a.id AND m.active) AS clinics
                  FROM access.account a WHERE a.id = ? AND a.status = 'ACTIVE'""",
                row -> new Actor(account, row.word(AccountKind.class, "kind"), "", rights(row), scopes(row)),
                account);
    }

    private static Set<ClientScope> scopes(Sql.Row row) throws SQLException {
        return row.yes("program") ? ClientScope.stored(row.text("scopes")) : ClientScope.OF_IMPORTERS;
    }

    private static Map<ClinicId, Set<ClinicRight>> rights(Sql.Row row) throws SQLException {
        Map<ClinicId, Set<ClinicRight>> rights = new HashMap<>();
        for (String membership : row.texts("clinics")) {
            int blank = membership.indexOf(' ');
            rights.put(ClinicId.of(membership.substring(0, blank)), ClinicRight.read(membership.substring(blank)));
        }
        return rights;
    }
}

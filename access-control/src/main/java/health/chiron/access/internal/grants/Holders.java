package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom it concerns at a clinic when access ends. */
@ApplicationScoped
public class Holders {
    @Inject
    private Sql sql;

    @Inject
    private Notices notices;

    /** Tells whom it concerns that the owner has ended a grant, unless the owner is that person. */
    void tellOfEnd(AccessGrant grant, AccountId owner) {
        String clinic = sql.first(
                        "SELECT name FROM access.clinic WHERE id = ?", row -> row.text("name"), grant.clinic())
                .orElseThrow();
        List<AccountId> people = of(List.of(grant.id().value())).stream()
                .filter(person -> !person.equals(owner))
                .toList();
        notices.tell(people, Letter.Template.GRANT_ENDED, Map.of("clinic", clinic), null);
    }

    /** The doctor to whom each grant was bound; where it was for all, whoever asked for it, or else whoever opened it. */
    public List<AccountId> of(Collection<UUID> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        return sql.list("""
                SELECT DISTINCT h.holder FROM (
                  SELECT coalesce(g.doctor_id, CASE WHEN r.origin <> 'OWNER' THEN r.requested_by END, g.opened_by) AS holder
                    FROM access.access_grant g LEFT JOIN access.access_request r ON r.id = g.request_id
                   WHERE g.id = ANY (?)) h
                 WHERE h.holder IS NOT NULL""", row -> new AccountId(row.id("holder")), (Object) grants.toArray(UUID[]::new));
    }
}

package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Opens grants, one after the other for a patient, and writes what ends them. */
@ApplicationScoped
class Openings {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    /**
     * Queues all that opens, refuses or sends codes for this patient until this transaction is over: whoever comes second sees
     * what the first has done. The constraints would refuse it too, but only with a failure from inside.
     */
    void queue(PatientId patient) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 30)) IS NULL AS locked",
                row -> row.yes("locked"),
                patient.toString());
    }

    /**
     * Opens a grant. The exclusion constraint forbids two at a time for a clinic and doctor; the newer one, to which the owner has
     * just agreed, takes the place of the earlier.
     */
    void open(AccessGrant grant, AccountId by, Instant at) {
        List<AccessGrant> earlier = sql
                .list(
                        """
                        SELECT id FROM access.access_grant
                         WHERE patient_id = ? AND clinic_id = ? AND doctor_id IS NOT DISTINCT FROM ? AND basis <> 'EMERGENCY'
                           AND ended_at IS NULL AND expires_at > ?""",
                        row -> row.id("id"),
                        grant.patient(),
                        grant.clinic(),
                        grant.doctor().map(AccountId::value).orElse(null),
                        at)
                .stream()
                .map(id -> entities.find(AccessGrant.class, id))
                .toList();
        earlier.forEach(before -> before.end(by, AccessGrant.EndReason.REPLACED, at));
        entities.flush();
        entities.persist(grant);
        entities.flush();
    }

    /**
     * How long a clinic's access lasts when nothing else is said.
     *
     * @throws Refusal invalid {@code clinicId} when there is no such clinic, or it is closed
     */
    int usualHours(ClinicId clinic) {
        return sql.first(
                        "SELECT grant_hours FROM access.clinic WHERE id = ? AND active",
                        row -> row.integer("grant_hours"),
                        clinic)
                .orElseThrow(() -> Refusal.invalid("clinicId", "unknown", "Choose a clinic that is open."));
    }
}

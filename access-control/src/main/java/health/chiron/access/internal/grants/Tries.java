package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Counts tries before they are judged, in a transaction of its own: a refused try is counted although its act is rolled back. */
@Stateless
public class Tries {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Takes one try. The row's lock queues parallel ones, the condition lets five through.
     *
     * @param actor for whom row-level security is to open the row in this new transaction
     * @return whether there was one left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean take(AccountId actor, PatientId patient, ClinicId clinic) {
        Instant now = clock.instant();
        Instant windowStart = now.minus(Codes.WINDOW);
        sql.first(
                "SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), actor.toString());
        sql.update(
                "INSERT INTO access.code_tries (patient_id, clinic_id, tries, window_start) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING",
                patient,
                clinic,
                now);
        return sql.update("""
                        UPDATE access.code_tries
                           SET tries = CASE WHEN window_start <= ? THEN 1 ELSE tries + 1 END,
                               window_start = CASE WHEN window_start <= ? THEN ? ELSE window_start END
                         WHERE patient_id = ? AND clinic_id = ? AND (tries < ? OR window_start <= ?)""", windowStart, windowStart, now, patient, clinic, Codes.TRIES, windowStart) == 1;
    }
}

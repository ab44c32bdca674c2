package health.chiron.acceptance.audit;

import health.chiron.acceptance.house.Rows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Rows of the log about another day. They are genuine, with the log's own key: the chain takes them as it takes any row. */
final class PastRows {
    private PastRows() {}

    /** Somebody of a clinic looks at so many patients, one after another. */
    static void looks(String account, String clinic, Instant from, int patients) {
        for (int i = 0; i < patients; i++) {
            look(account, clinic, UUID.randomUUID().toString(), from.plusSeconds(i));
        }
    }

    private static void look(String account, String clinic, String patient, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MICROS);
        String id = UUID.randomUUID().toString();
        Object[] row = {
            id,
            when,
            account,
            "DOCTOR",
            null,
            "API",
            clinic,
            patient,
            "GRANT",
            null,
            "doctor-reads-under-grant",
            "READ",
            "CHART",
            "Chart.summary",
            null,
            "Check of the hip",
            "PERMITTED",
            null,
            "past-" + id,
            "192.0.2.7"
        };
        Rows.change("""
                INSERT INTO audit.event (id, occurred_at, account_id, account_kind, channel, clinic_id, patient_id, relationship, rule, action,
                  category, operation, purpose, outcome, request_id, address, mac)
                VALUES (?::uuid, ?::timestamptz, ?::uuid, 'DOCTOR', 'API', ?::uuid, ?::uuid, 'GRANT', 'doctor-reads-under-grant', 'READ',
                  'CHART', 'Chart.summary', 'Check of the hip', 'PERMITTED', ?, '192.0.2.7', ?)""", id, when.toString(), account, clinic, patient, "past-" + id, StolenKeys.row(row));
    }
}

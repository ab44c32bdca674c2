package health.chiron.access.internal.audit;

import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the log, in the transaction of the act. */
@ApplicationScoped
public class AuditLog {
    @Inject
    private Sql sql;

    @Inject
    private CurrentCall call;

    @Inject
    private AuditKey key;

    @Inject
    private Clock clock;

    @Inject
    private Witness witness;

    /** One row for each patient concerned, or one. */
    public void write(Entry entry) {
        List<Object[]> rows = new ArrayList<>();
        if (entry.patients().isEmpty()) {
            rows.add(row(entry, null));
        } else {
            entry.patients().forEach(patient -> rows.add(row(entry, patient)));
        }
        sql.batch("""
                INSERT INTO audit.event (id, occurred_at, account_id, account_kind, session_id, channel, clinic_id, patient_id,
                  relationship, grant_id, rule, action, category, operation, record_id, purpose, outcome, reason, request_id, address, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        witness.take(rows.stream()
                .map(row -> new WitnessFolder.Seen((UUID) row[0], (byte[]) row[20]))
                .toList());
    }

    private Object[] row(Entry entry, PatientId patient) {
        Relationship by = entry.relationship();
        UUID session = call.session().map(s -> s.value()).orElse(null);
        // The database keeps microseconds; the code has to be made over what will be read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Object[] columns = {
            Ids.next(),
            now,
            entry.account().value(),
            entry.accountKind(),
            session,
            call.channel().name(),
            entry.clinic() == null ? null : entry.clinic().value(),
            patient == null ? null : patient.value(),
            by == null ? null : by.kind().name(),
            by == null || by.grant() == null ? null : by.grant().value(),
            entry.rule(),
            entry.action(),
            entry.category(),
            entry.operation(),
            entry.record(),
            by == null ? null : by.purpose(),
            entry.outcome(),
            entry.reason(),
            call.requestId(),
            call.address().orElse(null),
            null
        };
        columns[20] = key.ofRow(java.util.Arrays.copyOf(columns, 20));
        return columns;
    }
}

package health.chiron.access.internal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.Category;
import health.chiron.access.api.ChainReport;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The log as people read it; names are looked up when it is shown, for the log itself holds none. */
@Stateless
public class AuditTrailDoor implements AuditTrail {
    @Inject
    private Sql sql;

    @Inject
    private ChainVerifier verifier;

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public Page<AccessEntry> ofPatient(PatientId patient, PageRequest page) {
        List<AccessEntry> entries = sql.list("""
                SELECT e.*, a.full_name, c.name AS clinic_name FROM audit.event e
                  LEFT JOIN access.account a ON a.id = e.account_id LEFT JOIN access.clinic c ON c.id = e.clinic_id
                 WHERE e.patient_id = ? ORDER BY e.occurred_at DESC, e.id DESC LIMIT ? OFFSET ?""", AuditTrailDoor::entry, patient, page.limit(), page.offset());
        long total = sql.count("SELECT count(*) FROM audit.event WHERE patient_id = ?", patient);
        return new Page<>(entries, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public Page<AccessEntry> ofClinic(ClinicId clinic, PageRequest page) {
        List<AccessEntry> entries = sql.list("""
                SELECT e.*, a.full_name, c.name AS clinic_name FROM audit.event e
                  LEFT JOIN access.account a ON a.id = e.account_id LEFT JOIN access.clinic c ON c.id = e.clinic_id
                 WHERE e.clinic_id = ? ORDER BY e.occurred_at DESC, e.id DESC LIMIT ? OFFSET ?""", AuditTrailDoor::entry, clinic, page.limit(), page.offset());
        long total = sql.count("SELECT count(*) FROM audit.event WHERE clinic_id = ?", clinic);
        return new Page<>(entries, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public Page<AccessEntry> search(AuditQuery query, PageRequest page) {
        Object[] filter = {
            query.patientId(), query.patientId(),
            query.accountId(), query.accountId(),
            query.grantId(), query.grantId(),
            query.action(), query.action(),
            query.outcome(), query.outcome(),
            query.from(), query.from(),
            query.until(), query.until()
        };
        Object[] paged = java.util.Arrays.copyOf(filter, filter.length + 2);
        paged[filter.length] = page.limit();
        paged[filter.length + 1] = page.offset();
        List<AccessEntry> entries = sql.list("""
                SELECT e.*, a.full_name, c.name AS clinic_name FROM audit.event e
                  LEFT JOIN access.account a ON a.id = e.account_id LEFT JOIN access.clinic c ON c.id = e.clinic_id
                 WHERE (?::uuid IS NULL OR e.patient_id = ?) AND (?::uuid IS NULL OR e.account_id = ?)
                   AND (?::uuid IS NULL OR e.grant_id = ?) AND (?::text IS NULL OR e.action = ?)
                   AND (?::text IS NULL OR e.outcome = ?) AND (?::timestamptz IS NULL OR e.occurred_at >= ?)
                   AND (?::timestamptz IS NULL OR e.occurred_at < ?)
                 ORDER BY e.occurred_at DESC, e.id DESC LIMIT ? OFFSET ?""", AuditTrailDoor::entry, paged);
        long total = sql.count("""
                SELECT count(*) FROM audit.event e
                 WHERE (?::uuid IS NULL OR e.patient_id = ?) AND (?::uuid IS NULL OR e.account_id = ?)
                   AND (?::uuid IS NULL OR e.grant_id = ?) AND (?::text IS NULL OR e.action = ?)
                   AND (?::text IS NULL OR e.outcome = ?) AND (?::timestamptz IS NULL OR e.occurred_at >= ?)
                   AND (?::timestamptz IS NULL OR e.occurred_at < ?)""", filter);
        return new Page<>(entries, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.AUDIT)
    public ChainReport verify() {
        return verifier.verify();
    }

    private static AccessEntry entry(Sql.Row row) throws SQLException {
        UUID patient = row.id("patient_id");
        UUID grant = row.id("grant_id");
        String kind = row.text("account_kind");
        return new AccessEntry(
                row.id("id"),
                row.instant("occurred_at"),
                row.text("full_name"),
                "UNKNOWN".equals(kind) ? null : AccountKind.valueOf(kind),
                row.text("clinic_name"),
                row.word(Channel.class, "channel"),
                patient == null ? null : new PatientId(patient),
                row.text("relationship"),
                grant == null ? null : new GrantId(grant),
                row.text("purpose"),
                row.word(Action.class, "action"),
                row.word(Category.class, "category"),
                row.text("operation"),
                row.id("record_id"),
                row.text("outcome"),
                row.text("reason"),
                row.text("request_id"));
    }
}

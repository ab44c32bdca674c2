package health.chiron.records.internal.visit;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitStatus;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.AddendumAudience;
import health.chiron.records.api.Quantity;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.VisitQuery;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.VitalSigns;
import health.chiron.records.internal.patient.Identities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** Visits as they are read: one statement a page, one for a record and one for its addenda. */
@ApplicationScoped
public class VisitViews {
    @Inject
    private Sql sql;

    @Inject
    private CurrentActor current;

    /** A record with its addenda; a draft only for its author. */
    VisitView view(VisitId visit) {
        List<VisitView.Addendum> addenda = sql.list(
                """
                SELECT d.text, d.created_at, d.audience, a.full_name FROM records.visit_addendum d JOIN access.account a ON a.id = d.created_by
                 WHERE d.visit_id = ? AND (d.audience = 'EVERYBODY' OR ?) ORDER BY d.created_at, d.id""",
                row -> new VisitView.Addendum(
                        row.text("text"),
                        row.text("full_name"),
                        row.instant("created_at"),
                        row.word(AddendumAudience.class, "audience")),
                visit,
                readsRemarks());
        return sql.first("""
                        SELECT v.*, c.name AS clinic_name, coalesce(p.name, a.full_name) AS doctor_name, o.name AS organization_name
                          FROM records.visit v
                          JOIN access.clinic c ON c.id = v.clinic_id
                          JOIN access.account a ON a.id = v.created_by
                          LEFT JOIN access.practitioner p ON p.id = v.practitioner_id
                          LEFT JOIN access.organization o ON o.id = v.organization_id
                         WHERE v.id = ? AND (v.status = 'SIGNED' OR v.created_by = ?)""", row -> view(row, addenda), visit, current.get().account())
                .orElseThrow(Refusal::notFound);
    }

    /** Remarks among professionals are for the owner and for clinics, not for those with whom the owner shares. */
    private boolean readsRemarks() {
        return current.standing()
                .filter(s ->
                        s.relationship().startsWith("SHARE_") && !s.allows().test(Action.SIGN, Category.VISITS))
                .isEmpty();
    }

    private VisitView view(Sql.Row row, List<VisitView.Addendum> addenda) throws SQLException {
        VisitStatus status = row.word(VisitStatus.class, "status");
        AccountId author = new AccountId(row.id("created_by"));
        ClinicId clinic = new ClinicId(row.id("clinic_id"));
        boolean doctorHere = current.get().kind() == AccountKind.DOCTOR
                && current.get().worksAt(clinic)
                && current.standing()
                        .filter(s -> "GRANT".equals(s.relationship()) || "EMERGENCY".equals(s.relationship()))
                        .isPresent();
        return new VisitView(
                new VisitId(row.id("id")),
                new PatientId(row.id("patient_id")),
                clinic,
                row.text("clinic_name"),
                author,
                row.text("doctor_name"),
                row.text("created_by_role"),
                row.text("organization_name"),
                content(row, clinic),
                status,
                row.instant("signed_at"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.text("source_system"),
                addenda,
                doctorHere && status == VisitStatus.DRAFT,
                doctorHere && status == VisitStatus.SIGNED,
                row.number("version"));
    }

    private static VisitContent content(Sql.Row row, ClinicId clinic) throws SQLException {
        VitalSigns vitals = new VitalSigns(
                row.integer("heart_rate"),
                row.integer("respiratory_rate"),
                row.integer("systolic"),
                row.integer("diastolic"),
                row.integer("oxygen_saturation"));
        return new VisitContent(
                clinic,
                row.word(VisitType.class, "visit_type"),
                row.word(VisitPriority.class, "priority"),
                row.instant("visit_date"),
                row.integer("duration_minutes"),
                row.text("place"),
                row.text("reason"),
                row.text("chief_complaint"),
                row.text("symptoms"),
                row.text("diagnosis"),
                row.text("treatment_plan"),
                row.text("clinical_notes"),
                quantity(row.decimal("weight_value"), row.text("weight_unit")),
                quantity(row.decimal("temperature_value"), row.text("temperature_unit")),
                vitals.equals(new VitalSigns(null, null, null, null, null)) ? null : vitals,
                row.yes("follow_up_required"),
                row.date("follow_up_date"),
                row.text("follow_up_notes"));
    }

    /** A value with its unit, without the zeros that the column pads. */
    public static Quantity quantity(BigDecimal value, String unit) {
        if (value == null) {
            return null;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return new Quantity(plain.scale() < 0 ? plain.setScale(0) : plain, unit);
    }

    /** A patient's visits. */
    VisitPage ofPatient(PatientId patient, VisitQuery query, PageRequest page) {
        List<VisitPage.Entry> entries =
                sql.list("""
                SELECT v.id, v.patient_id, p.given_name, p.family_name, v.clinic_id, c.name AS clinic_name, coalesce(d.name, a.full_name) AS doctor_name,
                       v.visit_type, v.visit_date, left(coalesce(v.diagnosis, v.chief_complaint, v.reason), 200) AS headline, v.status,
                       v.follow_up_required, v.follow_up_date, v.created_by_role
                  FROM (SELECT * FROM records.visit x
                         WHERE x.patient_id = ? AND (x.status = 'SIGNED' OR x.created_by = ?)
                           AND (?::text IS NULL OR x.visit_type = ?) AND (?::uuid IS NULL OR x.clinic_id = ?)
                           AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
                           AND (NOT ? OR x.follow_up_required) AND (NOT ? OR x.created_by_role <> 'OWNER')
                         ORDER BY x.visit_date DESC, x.id DESC LIMIT ? OFFSET ?) v
                  JOIN records.patient p ON p.id = v.patient_id
                  JOIN access.clinic c ON c.id = v.clinic_id
                  JOIN access.account a ON a.id = v.created_by
                  LEFT JOIN access.practitioner d ON d.id = v.practitioner_id
                 ORDER BY v.visit_date DESC, v.id DESC""", VisitViews::entry, with(filter(patient, query), page.limit(), page.offset()));
        long total = sql.count("""
                SELECT count(*) FROM records.visit x
                 WHERE x.patient_id = ? AND (x.status = 'SIGNED' OR x.created_by = ?)
                   AND (?::text IS NULL OR x.visit_type = ?) AND (?::uuid IS NULL OR x.clinic_id = ?)
                   AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
                   AND (NOT ? OR x.follow_up_required) AND (NOT ? OR x.created_by_role <> 'OWNER')""", filter(patient, query));
        return new VisitPage(new Page<>(entries, total, page.offset(), page.limit()));
    }

    private Object[] filter(PatientId patient, VisitQuery query) {
        return new Object[] {
            patient,
            current.get().account(),
            query.visitType(),
            query.visitType(),
            query.clinicId(),
            query.clinicId(),
            query.startDate(),
            query.startDate(),
            query.endDate(),
            query.endDate(),
            query.followUpDue(),
            query.professionalOnly()
        };
    }

    /** The signed records created at a clinic. */
    VisitPage ofClinic(ClinicId clinic, VisitQuery query, PageRequest page) {
        Object[] filter = {
            clinic,
            query.visitType(),
            query.visitType(),
            query.startDate(),
            query.startDate(),
            query.endDate(),
            query.endDate(),
            query.followUpDue()
        };
        List<VisitPage.Entry> entries = sql.list("""
                SELECT v.id, v.patient_id, p.given_name, p.family_name, v.clinic_id, c.name AS clinic_name, coalesce(d.name, a.full_name) AS doctor_name,
                       v.visit_type, v.visit_date, left(coalesce(v.diagnosis, v.chief_complaint, v.reason), 200) AS headline, v.status,
                       v.follow_up_required, v.follow_up_date, v.created_by_role
                  FROM (SELECT * FROM records.visit x
                         WHERE x.clinic_id = ? AND x.status = 'SIGNED'
                           AND (?::text IS NULL OR x.visit_type = ?)
                           AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
                           AND (NOT ? OR x.follow_up_required)
                         ORDER BY x.visit_date DESC, x.id DESC LIMIT ? OFFSET ?) v
                  JOIN records.patient p ON p.id = v.patient_id
                  JOIN access.clinic c ON c.id = v.clinic_id
                  JOIN access.account a ON a.id = v.created_by
                  LEFT JOIN access.practitioner d ON d.id = v.practitioner_id
                 ORDER BY v.visit_date DESC, v.id DESC""", VisitViews::entry, with(filter, page.limit(), page.offset()));
        long total = sql.count("""
                SELECT count(*) FROM records.visit x
                 WHERE x.clinic_id = ? AND x.status = 'SIGNED'
                   AND (?::text IS NULL OR x.visit_type = ?)
                   AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
                   AND (NOT ? OR x.follow_up_required)""", filter);
        return new VisitPage(new Page<>(entries, total, page.offset(), page.limit()));
    }

    /** The actor's own drafts, as far as the patients are still open to them. */
    VisitPage drafts(PageRequest page) {
        List<VisitPage.Entry> entries =
                sql.list("""
                SELECT v.id, v.patient_id, p.given_name, p.family_name, v.clinic_id, c.name AS clinic_name, coalesce(d.name, a.full_name) AS doctor_name,
                       v.visit_type, v.visit_date, left(coalesce(v.diagnosis, v.chief_complaint, v.reason), 200) AS headline, v.status,
                       v.follow_up_required, v.follow_up_date, v.created_by_role
                  FROM records.visit v
                  JOIN records.patient p ON p.id = v.patient_id
                  JOIN access.clinic c ON c.id = v.clinic_id
                  JOIN access.account a ON a.id = v.created_by
                  LEFT JOIN access.practitioner d ON d.id = v.practitioner_id
                 WHERE v.status = 'DRAFT' AND v.created_by = ?
                 ORDER BY v.updated_at DESC, v.id DESC LIMIT ? OFFSET ?""", VisitViews::entry, current.get().account(), page.limit(), page.offset());
        long total = sql.count(
                "SELECT count(*) FROM records.visit WHERE status = 'DRAFT' AND created_by = ?",
                current.get().account());
        return new VisitPage(new Page<>(entries, total, page.offset(), page.limit()));
    }

    /** The newest visits of a patient with the count of all, for the first page of the chart. */
    public Page<VisitPage.Entry> newest(PatientId patient, int howMany) {
        return ofPatient(patient, VisitQuery.ALL, PageRequest.first(howMany)).page();
    }

    private static Object[] with(Object[] values, Object... more) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    private static VisitPage.Entry entry(Sql.Row row) throws SQLException {
        return new VisitPage.Entry(
                new VisitId(row.id("id")),
                new PatientId(row.id("patient_id")),
                Identities.name(row.text("given_name"), row.text("family_name")),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                row.text("doctor_name"),
                row.word(VisitType.class, "visit_type"),
                row.instant("visit_date"),
                row.text("headline"),
                row.word(VisitStatus.class, "status"),
                row.yes("follow_up_required"),
                row.date("follow_up_date"),
                row.text("created_by_role"));
    }
}

package health.chiron.domain.records;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A visit record, from check-in to sign-off. Its author writes it as a draft that nobody else sees; signing makes it final.
 * After that only addenda follow, each with author and time. A visit that another system hands over arrives signed.
 */
@Entity
@Table(schema = "records", name = "visit")
public class Visit {
    /** How far ahead a visit may be dated: clocks differ, days do not. */
    private static final Duration AHEAD = Duration.ofDays(1);

    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "clinic_id", updatable = false)
    private UUID clinicId;

    @Column(name = "practitioner_id")
    private UUID practitionerId;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "visit_type")
    private VisitType visitType;

    @Enumerated(EnumType.STRING)
    private VisitPriority priority;

    @Column(name = "visit_date")
    private Instant visitDate;

    @Column(name = "duration_minutes")
    private Integer durationMinutes;

    private String place;
    private String reason;

    @Column(name = "chief_complaint")
    private String chiefComplaint;

    private String symptoms;
    private String diagnosis;

    @Column(name = "treatment_plan")
    private String treatmentPlan;

    @Column(name = "clinical_notes")
    private String clinicalNotes;

    @Column(name = "weight_value")
    private BigDecimal weightValue;

    @Column(name = "weight_unit")
    private String weightUnit;

    @Column(name = "weight_kg")
    private BigDecimal weightKg;

    @Column(name = "temperature_value")
    private BigDecimal temperatureValue;

    @Column(name = "temperature_unit")
    private String temperatureUnit;

    @Column(name = "temperature_cel")
    private BigDecimal temperatureCel;

    @Column(name = "heart_rate")
    private Integer heartRate;

    @Column(name = "respiratory_rate")
    private Integer respiratoryRate;

    private Integer systolic;
    private Integer diastolic;

    @Column(name = "oxygen_saturation")
    private Integer oxygenSaturation;

    @Column(name = "follow_up_required")
    private boolean followUpRequired;

    @Column(name = "follow_up_date")
    private LocalDate followUpDate;

    @Column(name = "follow_up_notes")
    private String followUpNotes;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "signed_by")
    private UUID signedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_by_role", updatable = false)
    private String createdByRole;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private UUID updatedBy;

    @Column(name = "source_system", updatable = false)
    private String sourceSystem;

    @Column(name = "source_id", updatable = false)
    private String sourceId;

    @Version
    private long version;

    /** For JPA. */
    protected Visit() {}

    /** What was found and done; everything but type and date may be missing. */
    public record Content(
            VisitType visitType,
            VisitPriority priority,
            Instant visitDate,
            Integer durationMinutes,
            String place,
            String reason,
            String chiefComplaint,
            String symptoms,
            String diagnosis,
            String treatmentPlan,
            String clinicalNotes,
            Measured weight,
            Measured temperature,
            Integer heartRate,
            Integer respiratoryRate,
            Integer systolic,
            Integer diastolic,
            Integer oxygenSaturation,
            boolean followUpRequired,
            LocalDate followUpDate,
            String followUpNotes) {}

    /** Begins a draft. */
    public static Visit draft(
            PatientId patient,
            ClinicId clinic,
            AccountId author,
            PractitionerId practitioner,
            Content content,
            Instant at) {
        Visit visit = begin(patient, clinic, author, "DOCTOR", at);
        visit.practitionerId = practitioner == null ? null : practitioner.value();
        visit.write(content, author, at);
        return visit;
    }

    /** Takes a finished visit from another system: signed on arrival, in the name of the clinic that brings it in. */
    public static Visit brought(
            PatientId patient,
            ClinicId clinic,
            AccountId by,
            PractitionerId practitioner,
            OrganizationId organization,
            String system,
            String idThere,
            Content content,
            Instant at) {
        Visit visit = begin(patient, clinic, by, "INTEGRATOR", at);
        visit.practitionerId = practitioner == null ? null : practitioner.value();
        visit.organizationId = organization == null ? null : organization.value();
        visit.sourceSystem = Objects.requireNonNull(system, "system");
        visit.sourceId = Objects.requireNonNull(idThere, "id");
        visit.write(content, by, at);
        visit.close(by, at);
        return visit;
    }

    private static Visit begin(PatientId patient, ClinicId clinic, AccountId by, String role, Instant at) {
        Visit visit = new Visit();
        visit.id = VisitId.next().value();
        visit.patientId = patient.value();
        visit.clinicId = clinic.value();
        visit.createdAt = Objects.requireNonNull(at, "at");
        visit.createdBy = by.value();
        visit.createdByRole = role;
        visit.status = VisitStatus.DRAFT;
        return visit;
    }

    /**
     * Changes the draft.
     *
     * @throws Refusal not found for anybody but the author, stale, or because it is signed
     */
    public void change(AccountId by, long based, Content content, Instant at) {
        mustBeOpenTo(by, based);
        write(content, by, at);
    }

    /**
     * Signs the draft for good.
     *
     * @throws Refusal when nothing has been written that could be signed
     */
    public void sign(AccountId by, long based, Instant at) {
        mustBeOpenTo(by, based);
        if (chiefComplaint == null && diagnosis == null && clinicalNotes == null) {
            throw Refusal.conflict("records/visit-empty", "Write a complaint, a diagnosis or notes before you sign.");
        }
        updatedAt = at;
        updatedBy = by.value();
        close(by, at);
    }

    private void close(AccountId by, Instant at) {
        status = VisitStatus.SIGNED;
        signedAt = at;
        signedBy = by.value();
    }

    private void mustBeOpenTo(AccountId by, long based) {
        if (status == VisitStatus.SIGNED) {
            throw Refusal.conflict("records/visit-signed", "This visit is signed. Only addenda can follow.");
        }
        if (!writtenBy(by)) {
            throw Refusal.notFound(); // a draft is seen by its author only
        }
        if (based != version) {
            throw Refusal.stale();
        }
    }

    private void write(Content content, AccountId by, Instant at) {
        List<Fault> faults = faults(content, at);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        visitType = content.visitType();
        priority = content.priority();
        visitDate = content.visitDate();
        durationMinutes = content.durationMinutes();
        place = content.place();
        reason = content.reason();
        chiefComplaint = content.chiefComplaint();
        symptoms = content.symptoms();
        diagnosis = content.diagnosis();
        treatmentPlan = content.treatmentPlan();
        clinicalNotes = content.clinicalNotes();
        weightValue = content.weight() == null ? null : content.weight().value();
        weightUnit = content.weight() == null ? null : content.weight().unit();
        weightKg = content.weight() == null ? null : content.weight().canonical();
        temperatureValue =
                content.temperature() == null ? null : content.temperature().value();
        temperatureUnit =
                content.temperature() == null ? null : content.temperature().unit();
        temperatureCel =
                content.temperature() == null ? null : content.temperature().canonical();
        heartRate = content.heartRate();
        respiratoryRate = content.respiratoryRate();
        systolic = content.systolic();
        diastolic = content.diastolic();
        oxygenSaturation = content.oxygenSaturation();
        followUpRequired = content.followUpRequired();
        followUpDate = content.followUpDate();
        followUpNotes = content.followUpNotes();
        updatedAt = at;
        updatedBy = by.value();
    }

    private static List<Fault> faults(Content content, Instant at) {
        List<Fault> faults = new ArrayList<>();
        if (content.visitDate().isAfter(at.plus(AHEAD))) {
            faults.add(new Fault("visitDate", "out_of_range", "A visit cannot lie more than a day ahead."));
        }
        if (content.visitDate().isBefore(Instant.parse("1850-01-01T00:00:00Z"))) {
            faults.add(new Fault("visitDate", "out_of_range", "A visit cannot lie before 1850."));
        }
        if ((content.systolic() == null) != (content.diastolic() == null)) {
            faults.add(new Fault(
                    content.systolic() == null ? "vitalSigns.systolic" : "vitalSigns.diastolic",
                    "required",
                    "Blood pressure needs both values."));
        } else if (content.systolic() != null && content.systolic() <= content.diastolic()) {
            faults.add(new Fault(
                    "vitalSigns.systolic", "out_of_range", "The systolic value lies above the diastolic one."));
        }
        if (!content.followUpRequired() && (content.followUpDate() != null || content.followUpNotes() != null)) {
            faults.add(new Fault("followUpRequired", "required", "A follow-up date or note needs a follow-up."));
        }
        if (content.followUpDate() != null
                && content.followUpDate()
                        .isBefore(content.visitDate()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(1))) {
            faults.add(new Fault("followUpDate", "date_order", "The follow-up cannot lie before the visit."));
        }
        return faults;
    }

    /** Whether this account wrote it. */
    public boolean writtenBy(AccountId account) {
        return createdBy.equals(account.value());
    }

    /** Whether it is final. */
    public boolean signed() {
        return status == VisitStatus.SIGNED;
    }

    /** The id. */
    public VisitId id() {
        return new VisitId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** The clinic at which it was created. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }
}

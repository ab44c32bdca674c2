package health.chiron.domain.access;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The access that a clinic holds to a patient until a time. It opens out of a request (by the code or by the owner's decision),
 * with a consent signed at registration, or in an emergency. It ends by itself, and can be ended before: the owner takes it
 * back, the clinic returns it, the consent is withdrawn, or a newer grant for the same clinic and doctor takes its place.
 * Whether it is active is asked at each use; nothing has to sweep it away.
 */
@Entity
@Table(schema = "access", name = "access_grant")
public class AccessGrant {
    /** The longest emergency. */
    public static final Duration EMERGENCY_LASTS = Duration.ofHours(1);

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "clinic_id")
    private UUID clinicId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "opened_by")
    private UUID openedBy;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private String purpose;
    private String sections;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private EndReason endReason;

    @Version
    private long version;

    /** For JPA. */
    protected AccessGrant() {}

    /** Why a grant ended before its time. */
    public enum EndReason {
        /** The owner took it back. */
        REVOKED_BY_OWNER,
        /** The clinic gave it back. */
        RETURNED_BY_CLINIC,
        /** A newer grant took its place. */
        REPLACED,
        /** The owner withdrew the consent that it stood on. */
        CONSENT_WITHDRAWN,
        /** The patient has another owner now. */
        OWNER_CHANGED
    }

    /** By what it was opened. */
    public enum Basis {
        /** The owner's code. */
        ONE_TIME_CODE,
        /** The owner said yes in the portal. */
        OWNER_DECISION,
        /** A consent signed at registration. */
        REGISTRATION_CONSENT,
        /** A doctor in an emergency. */
        EMERGENCY
    }

    static AccessGrant open(AccessRequest request, Basis basis, AccountId by, Instant from, Instant until) {
        AccessGrant grant = begin(basis, request.patient(), request.clinic(), by, request.purpose(), from, until);
        grant.doctorId = request.doctor().map(AccountId::value).orElse(null);
        grant.requestId = request.id().value();
        grant.sections = Sections.stored(request.sections());
        return grant;
    }

    /**
     * A doctor opens the whole chart in an emergency, for this doctor alone and one hour.
     *
     * @param reason why, in words that the owner reads
     */
    public static AccessGrant emergency(
            PatientId patient, ClinicId clinic, AccountId doctor, String reason, Instant at) {
        AccessGrant grant = begin(Basis.EMERGENCY, patient, clinic, doctor, reason, at, at.plus(EMERGENCY_LASTS));
        grant.doctorId = doctor.value();
        return grant;
    }

    /**
     * A consent signed at registration opens the chart to the clinic's doctors.
     *
     * @param purpose the title of what was signed
     * @param by who witnessed the signature
     */
    public static AccessGrant consented(Consent consent, String purpose, AccountId by, Instant at, Instant until) {
        AccessGrant grant =
                begin(Basis.REGISTRATION_CONSENT, consent.patient(), consent.clinic(), by, purpose, at, until);
        grant.consentId = consent.id().value();
        grant.sections = Sections.stored(consent.sections());
        return grant;
    }

    private static AccessGrant begin(
            Basis basis,
            PatientId patient,
            ClinicId clinic,
            AccountId by,
            String purpose,
            Instant from,
            Instant until) {
        AccessGrant grant = new AccessGrant();
        grant.id = GrantId.next().value();
        grant.basis = basis;
        grant.patientId = patient.value();
        grant.clinicId = clinic.value();
        grant.openedBy = by.value();
        grant.purpose = Objects.requireNonNull(purpose, "purpose");
        grant.grantedAt = from;
        grant.expiresAt = until;
        return grant;
    }

    /**
     * Asks for longer: the same doctor, purpose and sections. What comes of it takes this one's place.
     *
     * @throws Refusal when it is over already, or was opened in an emergency
     */
    public AccessRequest extension(AccountId by, int grantHours, Instant at) {
        mustBeActive(at);
        if (basis == Basis.EMERGENCY) {
            throw Refusal.conflict(
                    "access/emergency-not-extended", "An emergency is not extended. Ask the owner for access.");
        }
        return AccessRequest.ask(
                patient(),
                clinic(),
                doctorId == null ? null : new AccountId(doctorId),
                by,
                purpose,
                sections(),
                grantHours,
                at);
    }

    /**
     * Lets it end earlier than it was given for.
     *
     * @throws Refusal when it is over already, or the new end is not an earlier one that is still to come
     */
    public void shorten(Instant until, Instant at) {
        mustBeActive(at);
        if (!until.isAfter(at) || !until.isBefore(expiresAt)) {
            throw Refusal.invalid(
                    "expiresAt", "not_shorter", "The end has to come later than now and earlier than before.");
        }
        expiresAt = until;
    }

    /**
     * Ends it before its time.
     *
     * @throws Refusal when it is over already
     */
    public void end(AccountId by, EndReason reason, Instant at) {
        mustBeActive(at);
        endedAt = at;
        endedBy = by.value();
        endReason = Objects.requireNonNull(reason, "reason");
    }

    private void mustBeActive(Instant at) {
        if (!active(at)) {
            throw Refusal.conflict("access/grant-over", "This access has ended already.");
        }
    }

    /** Whether it opens the chart. */
    public boolean active(Instant at) {
        return endedAt == null && !grantedAt.isAfter(at) && expiresAt.isAfter(at);
    }

    /** The id. */
    public GrantId id() {
        return new GrantId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** The clinic that holds it. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** The doctor to whom it is bound; empty for all doctors of the clinic. */
    public Optional<AccountId> doctor() {
        return Optional.ofNullable(doctorId).map(AccountId::new);
    }

    /** Why it was opened. */
    public String purpose() {
        return purpose;
    }

    /** By what it was opened. */
    public Basis basis() {
        return basis;
    }

    /** Which parts of the chart; empty for the whole. */
    public Set<Section> sections() {
        return Sections.read(sections);
    }
}

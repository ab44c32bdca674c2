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
 * Access to a patient that waits to be opened: for a clinic, for a doctor or all of its doctors, for a purpose, for parts of
 * the chart, for a time. The clinic asks, the owner offers, or a clinic that has access refers. A one-time code opens it, each
 * code replacing the one before, or the owner's decision does. It waits for an hour, a referral for thirty days, can be taken
 * back or refused, and becomes at most one grant.
 */
@Entity
@Table(schema = "access", name = "access_request")
public class AccessRequest {
    /** How long a request waits for its code. */
    public static final Duration WAITS = Duration.ofHours(1);
    /** How long a referral waits: until the patient stands at the other clinic. */
    public static final Duration REFERRAL_WAITS = Duration.ofDays(30);
    /** How many codes a request may send. */
    public static final int CODES = 4;
    /** How long to wait between two codes. */
    public static final Duration BETWEEN_CODES = Duration.ofSeconds(30);

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "clinic_id")
    private UUID clinicId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "from_clinic_id")
    private UUID fromClinicId;

    private String purpose;
    private String sections;

    @Column(name = "grant_hours")
    private int grantHours;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "codes_sent")
    private int codesSent;

    @Column(name = "last_code_at")
    private Instant lastCodeAt;

    @Version
    private long version;

    /** For JPA. */
    protected AccessRequest() {}

    /** How far it has come; that it is over by time is seen from the clock, not stored. */
    public enum Status {
        /** Waits for the code. */
        PENDING,
        /** Became a grant. */
        GRANTED,
        /** Taken back. */
        CANCELLED,
        /** The owner said no. */
        REFUSED
    }

    /** Who started it. */
    public enum Origin {
        /** The clinic asks. */
        CLINIC,
        /** The owner hands a code to a clinic of their choice. */
        OWNER,
        /** A clinic that has access sends the patient on. */
        REFERRAL
    }

    /** A clinic asks. An empty set of sections asks for the whole chart. */
    public static AccessRequest ask(
            PatientId patient,
            ClinicId clinic,
            AccountId doctor,
            AccountId by,
            String purpose,
            Set<Section> sections,
            int grantHours,
            Instant at) {
        return make(Origin.CLINIC, patient, clinic, doctor, by, purpose, sections, grantHours, at);
    }

    /** The owner lets a clinic of their choice in, before it asks. */
    public static AccessRequest offer(
            PatientId patient,
            ClinicId clinic,
            AccountId doctor,
            AccountId by,
            String purpose,
            Set<Section> sections,
            int grantHours,
            Instant at) {
        return make(Origin.OWNER, patient, clinic, doctor, by, purpose, sections, grantHours, at);
    }

    /**
     * A doctor who has access sends the patient on to another clinic, where it waits for thirty days.
     *
     * @param from the clinic through which the doctor has access
     * @throws Refusal invalid {@code clinicId} when it is sent to the same clinic
     */
    public static AccessRequest refer(
            PatientId patient,
            ClinicId from,
            ClinicId clinic,
            AccountId by,
            String purpose,
            Set<Section> sections,
            int grantHours,
            Instant at) {
        if (from.equals(clinic)) {
            throw Refusal.invalid("clinicId", "access/refer-elsewhere", "Choose another clinic than your own.");
        }
        AccessRequest request = make(Origin.REFERRAL, patient, clinic, null, by, purpose, sections, grantHours, at);
        request.fromClinicId = from.value();
        request.expiresAt = at.plus(REFERRAL_WAITS);
        return request;
    }

    private static AccessRequest make(
            Origin origin,
            PatientId patient,
            ClinicId clinic,
            AccountId doctor,
            AccountId by,
            String purpose,
            Set<Section> sections,
            int grantHours,
            Instant at) {
        AccessRequest request = new AccessRequest();
        request.id = RequestId.next().value();
        request.origin = origin;
        request.patientId = patient.value();
        request.clinicId = clinic.value();
        request.doctorId = doctor == null ? null : doctor.value();
        request.requestedBy = by.value();
        request.purpose = Objects.requireNonNull(purpose, "purpose");
        request.sections = Sections.stored(sections);
        request.grantHours = grantHours;
        request.status = Status.PENDING;
        request.createdAt = at;
        request.expiresAt = at.plus(WAITS);
        return request;
    }

    /**
     * A code is about to be sent.
     *
     * @throws Refusal when the request is over, has sent its codes, or has sent one just now
     */
    public void sendCode(Instant at) {
        mustWait(at);
        if (codesSent >= CODES) {
            throw Refusal.tooMany(
                    "access/codes-exhausted",
                    "This request has sent all its codes. Ask again with a new request.",
                    Duration.ofHours(1));
        }
        if (lastCodeAt != null && lastCodeAt.plus(BETWEEN_CODES).isAfter(at)) {
            throw Refusal.tooMany(
                    "access/resend-too-early",
                    "A code was sent just now. Wait half a minute before sending another.",
                    Duration.between(at, lastCodeAt.plus(BETWEEN_CODES)).plusSeconds(1));
        }
        codesSent++;
        lastCodeAt = at;
    }

    /**
     * The code was right: the request becomes a grant.
     *
     * @param by who entered it
     */
    public AccessGrant grant(AccountId by, Instant at) {
        mustWait(at);
        status = Status.GRANTED;
        return AccessGrant.open(this, AccessGrant.Basis.ONE_TIME_CODE, by, at, at.plus(Duration.ofHours(grantHours)));
    }

    /**
     * The owner opens it without a code.
     *
     * @param by the owner
     */
    public AccessGrant allow(AccountId by, Instant at) {
        mustWait(at);
        status = Status.GRANTED;
        return AccessGrant.open(this, AccessGrant.Basis.OWNER_DECISION, by, at, at.plus(Duration.ofHours(grantHours)));
    }

    /** The owner says no, or takes the own offer back. It can't be opened any more, by nobody. */
    public void refuse(Instant at) {
        mustWait(at);
        status = origin == Origin.OWNER ? Status.CANCELLED : Status.REFUSED;
    }

    /** The clinic takes it back. */
    public void cancel(Instant at) {
        mustWait(at);
        status = Status.CANCELLED;
    }

    /** @throws Refusal when it no longer waits */
    public void mustWait(Instant at) {
        if (!waits(at)) {
            throw Refusal.conflict("access/request-over", "This request no longer waits for a code. Ask again.");
        }
    }

    /** Whether it waits for its code. */
    public boolean waits(Instant at) {
        return status == Status.PENDING && expiresAt.isAfter(at);
    }

    /** The id. */
    public RequestId id() {
        return new RequestId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** Who asked, offered or referred. */
    public AccountId requestedBy() {
        return new AccountId(requestedBy);
    }

    /** Who started it. */
    public Origin origin() {
        return origin;
    }

    /** The clinic that is to be let in. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** The doctor to whom access is bound; empty for all doctors of the clinic. */
    public Optional<AccountId> doctor() {
        return Optional.ofNullable(doctorId).map(AccountId::new);
    }

    /** Why. */
    public String purpose() {
        return purpose;
    }

    /** Which parts of the chart; empty for the whole. */
    public Set<Section> sections() {
        return Sections.read(sections);
    }

    /** How long the grant will last. */
    public int grantHours() {
        return grantHours;
    }
}

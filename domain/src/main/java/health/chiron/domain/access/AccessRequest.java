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
 * A clinic asks an owner for access to a patient: for a doctor or all of its doctors, for a purpose, for parts of the chart,
 * for a time. The owner's one-time code grants it; each code replaces the one before. It waits for an hour, can be taken
 * back, and becomes at most one grant.
 */
@Entity
@Table(schema = "access", name = "access_request")
public class AccessRequest {
    /** How long a request waits for its code. */
    public static final Duration WAITS = Duration.ofHours(1);
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
        CANCELLED
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
        AccessRequest request = new AccessRequest();
        request.id = RequestId.next().value();
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

    /** The code was right: the request becomes a grant. */
    public AccessGrant grant(Instant at) {
        mustWait(at);
        status = Status.GRANTED;
        return AccessGrant.open(this, at, at.plus(Duration.ofHours(grantHours)));
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

    /** The asking clinic. */
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

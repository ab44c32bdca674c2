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
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The access that a clinic holds to a patient until a time. It opens out of a request whose code was right, ends by itself,
 * and can be ended before: the owner takes it back, the clinic returns it, or a newer grant for the same clinic and doctor
 * takes its place. Whether it is active is asked at each use; nothing has to sweep it away.
 */
@Entity
@Table(schema = "access", name = "access_grant")
public class AccessGrant {
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

    private String basis;
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
        REPLACED
    }

    static AccessGrant open(AccessRequest request, Instant from, Instant until) {
        AccessGrant grant = new AccessGrant();
        grant.id = GrantId.next().value();
        grant.patientId = request.patient().value();
        grant.clinicId = request.clinic().value();
        grant.doctorId = request.doctor().map(AccountId::value).orElse(null);
        grant.requestId = request.id().value();
        grant.basis = "ONE_TIME_CODE";
        grant.purpose = request.purpose();
        grant.sections = Sections.stored(request.sections());
        grant.grantedAt = from;
        grant.expiresAt = until;
        return grant;
    }

    /**
     * Ends it before its time.
     *
     * @throws Refusal when it is over already
     */
    public void end(AccountId by, EndReason reason, Instant at) {
        if (!active(at)) {
            throw Refusal.conflict("access/grant-over", "This access has ended already.");
        }
        endedAt = at;
        endedBy = by.value();
        endReason = Objects.requireNonNull(reason, "reason");
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
}

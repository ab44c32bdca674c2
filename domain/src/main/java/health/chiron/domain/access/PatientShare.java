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
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody whom the owner, or somebody with a full share, lets share in a patient. It begins when the invitation is accepted and ends
 * by itself if a time was set. Who gave it can move that time; who gave it or owns the patient takes it back; who has it can leave.
 * Whether it is active is asked at each use. One for a patient and a person at a time; earlier ones stay as history.
 */
@Entity
@Table(schema = "access", name = "patient_share")
public class PatientShare {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(name = "permission_level", updatable = false)
    private ShareLevel level;

    @Column(updatable = false)
    private String sections;

    @Column(name = "shared_by", updatable = false)
    private UUID sharedBy;

    @Column(name = "shared_with", updatable = false)
    private UUID sharedWith;

    @Column(name = "invitation_id", updatable = false)
    private UUID invitationId;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private ShareEnd endReason;

    @Version
    private long version;

    /** For JPA. */
    protected PatientShare() {}

    /** What comes of an invitation that was accepted. */
    public static PatientShare of(Invitation accepted, Instant at) {
        if (accepted.type() != InvitationType.PATIENT_SHARE || accepted.status(at) != InvitationStatus.ACCEPTED) {
            throw new IllegalArgumentException("no accepted invitation to this");
        }
        PatientShare share = new PatientShare();
        share.id = ShareId.next().value();
        share.patientId = accepted.patient().value();
        share.level = accepted.level().orElseThrow();
        share.sections = Sections.stored(accepted.sections());
        share.sharedBy = accepted.sentBy().value();
        share.sharedWith = accepted.sentTo().value();
        share.invitationId = accepted.id().value();
        share.startedAt = at;
        share.expiresAt = accepted.shareUntil().orElse(null);
        return share;
    }

    /**
     * Moves its end; null for no end.
     *
     * @throws Refusal stale when the version is not the current one; conflict {@code access/share-over}; invalid for a time that is past
     */
    public void lasts(long basedOn, Instant until, Instant at) {
        if (basedOn != version) {
            throw Refusal.stale();
        }
        mustBeActive(at);
        if (until != null && !until.isAfter(at)) {
            throw Refusal.invalid("expiresAt", "date_order", "The end lies in the past. End the share instead.");
        }
        expiresAt = until;
    }

    /**
     * Ends it: {@code LEFT} by who has it, {@code WITHDRAWN} by who gave it or owns the patient.
     *
     * @throws Refusal conflict {@code access/share-over} when it is over already
     */
    public void end(AccountId by, ShareEnd reason, Instant at) {
        mustBeActive(at);
        endedAt = at;
        endedBy = by.value();
        endReason = Objects.requireNonNull(reason, "reason");
    }

    /** Closes one whose time has run out, so that another can begin; does nothing to one that is active or was ended. */
    public void expire(Instant at) {
        if (endedAt == null && !active(at)) {
            endedAt = at;
            endedBy = sharedWith;
            endReason = ShareEnd.EXPIRED;
        }
    }

    private void mustBeActive(Instant at) {
        if (!active(at)) {
            throw over();
        }
    }

    /** The refusal of whoever comes too late. */
    public static Refusal over() {
        return Refusal.conflict("access/share-over", "This share has ended already.");
    }

    /** Whether it opens anything now. */
    public boolean active(Instant at) {
        return endedAt == null && (expiresAt == null || expiresAt.isAfter(at));
    }

    /** The id. */
    public ShareId id() {
        return new ShareId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** Who gave it. */
    public AccountId sharedBy() {
        return new AccountId(sharedBy);
    }

    /** Who has it. */
    public AccountId sharedWith() {
        return new AccountId(sharedWith);
    }

    /** How much it opens. */
    public ShareLevel level() {
        return level;
    }

    /** Out of which offer it came. */
    public InvitationId invitation() {
        return new InvitationId(invitationId);
    }

    /** When it ends by itself; empty for never. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }
}

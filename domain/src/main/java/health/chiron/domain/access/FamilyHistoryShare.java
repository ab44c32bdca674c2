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
 * Somebody may look at what one relative of a patient had, and at nothing else of the patient. It begins when the invitation is
 * accepted and ends by itself if a time was set; who gave it or owns the patient moves that time or takes it back; who has it can
 * leave.
 */
@Entity
@Table(schema = "access", name = "family_history_share")
public class FamilyHistoryShare {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "family_member_id", updatable = false)
    private UUID familyMemberId;

    @Column(name = "sharing_note", updatable = false)
    private String sharingNote;

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
    protected FamilyHistoryShare() {}

    /** What comes of an invitation that was accepted. */
    public static FamilyHistoryShare of(Invitation accepted, Instant at) {
        if (accepted.type() != InvitationType.FAMILY_HISTORY_SHARE
                || accepted.status(at) != InvitationStatus.ACCEPTED) {
            throw new IllegalArgumentException("no accepted invitation to this");
        }
        FamilyHistoryShare share = new FamilyHistoryShare();
        share.id = FamilyHistoryShareId.next().value();
        share.patientId = accepted.patient().value();
        share.familyMemberId = accepted.familyMember().orElseThrow().value();
        share.sharingNote = accepted.message().orElse(null);
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
    public FamilyHistoryShareId id() {
        return new FamilyHistoryShareId(id);
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

    /** Out of which offer it came. */
    public InvitationId invitation() {
        return new InvitationId(invitationId);
    }

    /** When it ends by itself; empty for never. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }
}

package health.chiron.domain.access;

import health.chiron.domain.records.FamilyMemberId;
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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody offers a share of a patient, a look at one relative's history, the ownership, or a place in a family, to a person known by
 * mail address. It waits for one answer: the person says yes or no, or the offer is called off, whichever comes first; when its time is over
 * nobody can answer any more. What it offers is fixed when it is sent. Out of a yes comes what was offered, once.
 */
@Entity
@Table(schema = "access", name = "invitation")
public class Invitation {
    /** The longest time that an offer waits (seed 002 leaves it open; the house sets it). */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int NOTE = 500;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "invitation_type", updatable = false)
    private InvitationType type;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "family_id", updatable = false)
    private UUID familyId;

    @Column(name = "family_member_id", updatable = false)
    private UUID familyMemberId;

    @Column(name = "sent_by", updatable = false)
    private UUID sentBy;

    @Column(name = "sent_to", updatable = false)
    private UUID sentTo;

    @Column(name = "addressed_to", updatable = false)
    private String addressedTo;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String message;

    @Enumerated(EnumType.STRING)
    @Column(name = "permission_level", updatable = false)
    private ShareLevel level;

    @Column(updatable = false)
    private String sections;

    @Column(name = "share_until", updatable = false)
    private Instant shareUntil;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "responded_at")
    private Instant respondedAt;

    @Column(name = "response_note")
    private String responseNote;

    @Version
    private long version;

    /** For JPA. */
    protected Invitation() {}

    /**
     * Who offers something to whom, in which words, and how long the offer waits.
     *
     * @param patient of whom; null for an offer that is about no patient
     * @param by who sends
     * @param to the account behind the address
     * @param address the mail address as it was typed: all that the sender knows of the person
     * @param waits how long an answer is waited for, at most {@link #LONGEST}
     */
    public record Envelope(
            PatientId patient,
            AccountId by,
            AccountId to,
            String address,
            String title,
            String message,
            Duration waits,
            Instant at) {
        /** @throws Refusal when somebody offers something to himself, or the offer waits too long */
        public Envelope {
            Objects.requireNonNull(at, "at");
            if (by.equals(to)) {
                throw Refusal.invalid("email", "access/share-with-oneself", "This is your own address.");
            }
            if (waits.isNegative() || waits.isZero() || waits.compareTo(LONGEST) > 0) {
                throw Refusal.invalid("expiresInDays", "out_of_range", "An invitation waits 1 to 30 days.");
            }
            address = address.strip().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Offers a share of a patient.
     *
     * @param sections the parts of the chart that it opens; empty for all
     * @param until when the share ends by itself; null for never
     * @throws Refusal when the share would be over before it began
     */
    public static Invitation toShare(Envelope envelope, ShareLevel level, Set<Section> sections, Instant until) {
        Invitation invitation = send(envelope, InvitationType.PATIENT_SHARE);
        invitation.level = Objects.requireNonNull(level, "level");
        invitation.sections = Sections.stored(sections);
        invitation.shareUntil = later(envelope, until);
        return invitation;
    }

    /**
     * Offers a look at what one relative had.
     *
     * @param until when the share ends by itself; null for never
     * @throws Refusal when the share would be over before it began
     */
    public static Invitation toFamilyHistory(Envelope envelope, FamilyMemberId member, Instant until) {
        Invitation invitation = send(envelope, InvitationType.FAMILY_HISTORY_SHARE);
        invitation.level = ShareLevel.VIEW;
        invitation.familyMemberId = member.value();
        invitation.shareUntil = later(envelope, until);
        return invitation;
    }

    /** Offers the sender's own ownership. */
    public static Invitation toOwn(Envelope envelope) {
        return send(envelope, InvitationType.OWNERSHIP_TRANSFER);
    }

    /** Offers a place among the people of a family. */
    public static Invitation toJoin(Envelope envelope, FamilyId family) {
        Invitation invitation = send(envelope, InvitationType.FAMILY_JOIN);
        invitation.familyId = family.value();
        return invitation;
    }

    private static Invitation send(Envelope envelope, InvitationType type) {
        if ((envelope.patient() == null) != (type == InvitationType.FAMILY_JOIN)) {
            throw new IllegalArgumentException("every offer but that of a family is about a patient");
        }
        Invitation invitation = new Invitation();
        invitation.id = InvitationId.next().value();
        invitation.type = type;
        invitation.patientId =
                envelope.patient() == null ? null : envelope.patient().value();
        invitation.sentBy = envelope.by().value();
        invitation.sentTo = envelope.to().value();
        invitation.addressedTo = envelope.address();
        invitation.title = Objects.requireNonNull(envelope.title(), "title");
        invitation.message = envelope.message();
        invitation.status = InvitationStatus.PENDING;
        invitation.createdAt = envelope.at();
        invitation.expiresAt = envelope.at().plus(envelope.waits());
        return invitation;
    }

    private static Instant later(Envelope envelope, Instant until) {
        if (until != null && !until.isAfter(envelope.at())) {
            throw Refusal.invalid("shareUntil", "date_order", "A share ends later than it begins.");
        }
        return until;
    }

    /**
     * Says yes.
     *
     * @throws Refusal conflict {@code access/invitation-over} when it was answered, called off or has run out; not found for
     *     anybody but the person it was sent to
     */
    public void accept(AccountId by, String note, Instant at) {
        answer(by, InvitationStatus.ACCEPTED, note, at);
        if (shareUntil != null && !shareUntil.isAfter(at)) {
            throw over();
        }
    }

    /** Says no; the same refusals. */
    public void reject(AccountId by, String note, Instant at) {
        answer(by, InvitationStatus.REJECTED, note, at);
    }

    private void answer(AccountId by, InvitationStatus answer, String note, Instant at) {
        if (!sentTo.equals(by.value())) {
            throw Refusal.notFound();
        }
        mustWait(at);
        if (note != null && note.length() > NOTE) {
            throw Refusal.invalid("note", "length", "The length must be at most " + NOTE + ".");
        }
        status = answer;
        respondedAt = at;
        responseNote = note == null || note.isBlank() ? null : note.strip();
    }

    /**
     * Calls it off.
     *
     * @throws Refusal conflict {@code access/invitation-over} when it was answered, called off or has run out
     */
    public void cancel(Instant at) {
        mustWait(at);
        status = InvitationStatus.CANCELLED;
        respondedAt = at;
    }

    /** Closes one that has run out, so that another can be sent. */
    public void close(Instant at) {
        if (status(at) == InvitationStatus.EXPIRED) {
            status = InvitationStatus.CANCELLED;
            respondedAt = at;
        }
    }

    private void mustWait(Instant at) {
        if (status(at) != InvitationStatus.PENDING) {
            throw over();
        }
    }

    /** The refusal of whoever comes too late. */
    public static Refusal over() {
        return Refusal.conflict(
                "access/invitation-over", "This invitation has been answered or called off, or its time is over.");
    }

    /** How far it has come. */
    public InvitationStatus status(Instant at) {
        return status == InvitationStatus.PENDING && !expiresAt.isAfter(at) ? InvitationStatus.EXPIRED : status;
    }

    /** The id. */
    public InvitationId id() {
        return new InvitationId(id);
    }

    /** What it offers. */
    public InvitationType type() {
        return type;
    }

    /**
     * The patient.
     *
     * @throws NullPointerException for an offer of a family, which is about none
     */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** The family, when it is about one. */
    public Optional<FamilyId> family() {
        return Optional.ofNullable(familyId).map(FamilyId::new);
    }

    /** The relative, when it is about one. */
    public Optional<FamilyMemberId> familyMember() {
        return Optional.ofNullable(familyMemberId).map(FamilyMemberId::new);
    }

    /** Who sent it. */
    public AccountId sentBy() {
        return new AccountId(sentBy);
    }

    /** Who may answer. */
    public AccountId sentTo() {
        return new AccountId(sentTo);
    }

    /** The address that the sender typed. */
    public String addressedTo() {
        return addressedTo;
    }

    /** How much it offers; empty for an ownership and for a family. */
    public Optional<ShareLevel> level() {
        return Optional.ofNullable(level);
    }

    /** The parts of the chart that it opens; empty for all. */
    public Set<Section> sections() {
        return Sections.read(sections);
    }

    /** When the share ends by itself; empty for never. */
    public Optional<Instant> shareUntil() {
        return Optional.ofNullable(shareUntil);
    }

    /** What the sender wrote beside it. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }
}

package health.chiron.domain.access;

import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is in a family: who founded it, or who accepted an invitation of one of its people. Leaving it takes along what rests
 * on the person, the patients brought in and the invitations that wait. Whoever comes back comes by a new invitation.
 */
@Entity
@Table(schema = "access", name = "family_person")
public class FamilyPerson {
    @Id
    private UUID id;

    @Column(name = "family_id", updatable = false)
    private UUID familyId;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private String how;

    @Column(name = "invitation_id", updatable = false)
    private UUID invitationId;

    @Column(updatable = false)
    private Instant since;

    private Instant until;

    /** For JPA. */
    protected FamilyPerson() {}

    /** Who founded a family is its first person. */
    public static FamilyPerson founder(Family family) {
        return of(family.id(), family.foundedBy(), "FOUNDED", family.foundedAt());
    }

    /** Who has accepted an invitation into one. */
    public static FamilyPerson joining(Invitation accepted, Instant at) {
        if (accepted.type() != InvitationType.FAMILY_JOIN || accepted.status(at) != InvitationStatus.ACCEPTED) {
            throw new IllegalArgumentException("no accepted invitation to this");
        }
        FamilyPerson person = of(accepted.family().orElseThrow(), accepted.sentTo(), "INVITATION", at);
        person.invitationId = accepted.id().value();
        return person;
    }

    private static FamilyPerson of(FamilyId family, AccountId who, String how, Instant at) {
        FamilyPerson person = new FamilyPerson();
        person.id = Ids.next();
        person.familyId = family.value();
        person.accountId = who.value();
        person.how = how;
        person.since = at;
        return person;
    }

    /**
     * Leaves.
     *
     * @throws Refusal not found when the person has left already
     */
    public void leave(Instant at) {
        if (until != null) {
            throw Refusal.notFound();
        }
        until = at.isBefore(since) ? since : at;
    }

    /** Until when the person was in it; empty for who is in it. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}

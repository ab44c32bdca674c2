package health.chiron.access.internal.policy;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import java.time.Instant;
import java.util.Set;

/**
 * What joins an actor to a patient or clinic now. The database says which there are (function {@code policy.relationships});
 * ended and expired ones never come here.
 *
 * @param kind what it is
 * @param clinic the clinic through which it holds; null for an owner
 * @param grant the grant, when it is one
 * @param sections the parts of the chart it opens; empty for all
 * @param purpose what it was given for
 * @param endsAt when it ends by itself; null when it does not
 */
public record Relationship(
        Kind kind, ClinicId clinic, GrantId grant, Set<Section> sections, String purpose, Instant endsAt) {
    /** Copies the set. */
    public Relationship {
        sections = Set.copyOf(sections);
    }

    /** A relationship that has neither grant nor end. */
    public static Relationship plain(Kind kind, ClinicId clinic) {
        return new Relationship(kind, clinic, null, Set.of(), null, null);
    }

    /** Whether it takes away instead of opening. */
    public boolean isBlock() {
        return kind == Kind.BLOCK || kind == Kind.BLOCK_ALWAYS;
    }

    /** The kinds, the strongest first: a decision names the first that lets in. */
    public enum Kind {
        /** Owns the access to the patient. */
        OWNER,
        /** The owner shares the chart and its keeping, all but the ownership. */
        SHARE_FULL,
        /** The owner let the clinic in. */
        GRANT,
        /** A doctor opened the chart in an emergency. */
        EMERGENCY,
        /** The owner shares the chart with somebody who helps at home. */
        SHARE_EDIT,
        /** The owner lets somebody look. */
        SHARE_VIEW,
        /** The owner let one doctor of the program's clinic in, not the clinic: it opens nothing to a program. */
        GRANT_OF_DOCTOR,
        /** The owner let the clinic in and took back the consent to exchange with others: it opens nothing to a program. */
        GRANT_WITHOUT_EXCHANGE,
        /** The clinic asked and waits. */
        REQUEST,
        /** The clinic registered the patient within a day. */
        REGISTRATION,
        /** Records were created at the clinic that the actor administers. */
        AUTHORSHIP,
        /** The integrator's clinic brought the patient in. */
        IMPORT,
        /** The owner shows one relative's history. */
        FAMILY_SHARE,
        /** Somebody offers a share or the ownership. */
        INVITED,
        /** Works at the clinic that the operation is about. */
        MEMBER,
        /** Nothing but the kind of account. */
        ROLE,
        /** The owner keeps the actor or the clinic out, but not in an emergency. It opens nothing; it voids others. */
        BLOCK,
        /** The owner keeps the actor or the clinic out, in an emergency as well. */
        BLOCK_ALWAYS
    }
}

package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.internal.policy.Relationship.Kind;
import java.util.Set;

/**
 * One line of the matrix that takes away: where a block stands, these relationships open nothing, whatever rule would let
 * them. A block of a person counts for everything that joins this person to the patient, a block of a clinic for what goes
 * through that clinic.
 *
 * @param name the name that explanations and the audit log use
 * @param by the block
 * @param person whether it is a block of the person; otherwise of a clinic
 * @param voids what it takes away
 * @param acts for which acts; empty for all
 */
public record Denial(String name, Kind by, boolean person, Set<Kind> voids, Set<Action> acts) {
    /** Copies the sets. */
    public Denial {
        voids = Set.copyOf(voids);
        acts = Set.copyOf(acts);
    }

    boolean voids(Relationship block, Relationship other, Action action) {
        if (block.kind() != by || !voids.contains(other.kind()) || !acts.isEmpty() && !acts.contains(action)) {
            return false;
        }
        return person
                ? block.clinic() == null
                : block.clinic() != null && block.clinic().equals(other.clinic());
    }
}

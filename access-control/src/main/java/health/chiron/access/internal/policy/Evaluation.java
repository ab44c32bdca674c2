package health.chiron.access.internal.policy;

import java.util.List;

/**
 * A decision with all that was weighed for it, in the published order (see {@link Policy}).
 *
 * @param decision what was decided
 * @param considered everything that was looked at, the strongest relationship first
 */
public record Evaluation(Decision decision, List<Considered> considered) {
    /** Copies the list. */
    public Evaluation {
        considered = List.copyOf(considered);
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * By what right the actor looks at a patient in this call.
 *
 * @param relationship such as {@code OWNER} or {@code GRANT}
 * @param grant the grant, when it is one
 * @param purpose its purpose
 * @param endsAt when the relationship ends by itself
 * @param closed the parts of the chart that it leaves out
 * @param allows whether another act on the same patient would be let in
 */
public record Standing(
        String relationship,
        GrantId grant,
        String purpose,
        Instant endsAt,
        Set<Section> closed,
        BiPredicate<Action, Category> allows) {
    /** Copies the set. */
    public Standing {
        closed = Set.copyOf(closed);
    }
}

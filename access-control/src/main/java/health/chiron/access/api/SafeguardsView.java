package health.chiron.access.api;

import java.time.Instant;
import java.util.List;

/**
 * All safeguards, as they stood at one moment.
 *
 * @param at when they were looked at
 */
public record SafeguardsView(Instant at, List<Safeguard> safeguards) {
    /** Copies the list. */
    public SafeguardsView {
        safeguards = List.copyOf(safeguards);
    }
}

package health.chiron.rest.access;

import health.chiron.access.api.BlockCandidate;
import java.util.List;

/**
 * The people whom an owner may keep out.
 *
 * @param people by name
 */
public record BlockCandidateList(List<BlockCandidate> people) {
    /** Copies the list. */
    public BlockCandidateList {
        people = List.copyOf(people);
    }
}

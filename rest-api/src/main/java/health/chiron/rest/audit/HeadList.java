package health.chiron.rest.audit;

import health.chiron.access.api.PublishedHead;
import java.util.List;

/**
 * Heads of the chain that were published outside the database.
 *
 * @param heads newest first, at most a hundred
 */
public record HeadList(List<PublishedHead> heads) {
    /** Copies the list. */
    public HeadList {
        heads = List.copyOf(heads);
    }
}

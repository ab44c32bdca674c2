package health.chiron.domain.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many entries to pass over, 0 to 100 000
 * @param limit how many entries to return, 1 to 200
 */
public record PageRequest(int offset, int limit) {
    /** The most entries one answer holds. */
    public static final int MOST = 200;
    /** How deep a list may be paged; further in, a filter finds faster. */
    public static final int DEEPEST = 100_000;

    /** @throws Refusal naming offset or limit when out of range */
    public PageRequest {
        List<Fault> faults = new ArrayList<>();
        if (offset < 0 || offset > DEEPEST) {
            faults.add(new Fault("offset", "out_of_range", "The offset must be between 0 and " + DEEPEST + "."));
        }
        if (limit < 1 || limit > MOST) {
            faults.add(new Fault("limit", "out_of_range", "The limit must be between 1 and " + MOST + "."));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** The first entries. */
    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }
}

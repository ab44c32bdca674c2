package health.chiron.domain.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a longer list, with the length of the whole.
 *
 * @param items the entries of this part, in the list's order
 * @param total how many entries the actor could reach in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record Page<T>(List<T> items, long total, int offset, int limit) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same part with other entries. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), total, offset, limit);
    }
}

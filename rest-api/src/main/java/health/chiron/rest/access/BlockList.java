package health.chiron.rest.access;

import health.chiron.access.api.BlockView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of blocks.
 *
 * @param blocks the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record BlockList(List<BlockView> blocks, long total, int offset, int limit) {
    /** Copies the list. */
    public BlockList {
        blocks = List.copyOf(blocks);
    }

    /** The part as the wire has it. */
    public static BlockList of(Page<BlockView> page) {
        return new BlockList(page.items(), page.total(), page.offset(), page.limit());
    }
}

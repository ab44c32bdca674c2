package health.chiron.records.api;

import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * A share as it might be given.
 *
 * @param permissionLevel view, edit or full
 * @param sections which parts of the chart; left out or empty, the whole chart
 */
public record WishedShare(@NotNull ShareLevel permissionLevel, Set<Section> sections) {
    /** No sections for none. */
    public WishedShare {
        sections = sections == null ? Set.of() : Set.copyOf(sections);
    }
}

package health.chiron.domain.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How a set of sections is stored: words with blanks between; nothing at all for the whole chart. */
public final class Sections {
    private Sections() {}

    /** The stored form; null for an empty set and for all sections. */
    public static String stored(Set<Section> sections) {
        if (sections == null || sections.isEmpty() || sections.size() == Section.values().length) {
            return null;
        }
        return sections.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** The sections; empty for the whole chart. */
    public static Set<Section> read(String stored) {
        Set<Section> sections = EnumSet.noneOf(Section.class);
        if (stored != null) {
            for (String word : stored.split(" ", -1)) {
                sections.add(Section.valueOf(word));
            }
        }
        return sections;
    }
}

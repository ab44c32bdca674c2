package health.chiron.access.api;

import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import java.util.Set;
import java.util.function.BiPredicate;

/** What the policy would say of a relationship that there is not yet. Not a door: it decides nothing about anybody. */
public interface Hypotheses {
    /** What somebody with such a share, and joined to the patient by nothing else, might do. */
    BiPredicate<Action, Category> share(ShareLevel level, Set<Section> sections);
}

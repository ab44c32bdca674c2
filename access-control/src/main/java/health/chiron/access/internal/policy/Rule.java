package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountKind;
import java.util.Set;

/**
 * One line of the matrix: accounts of these kinds, joined in this way, may do these acts to these things.
 *
 * @param name the name that explanations and the audit log use
 */
public record Rule(
        String name, Relationship.Kind by, Set<AccountKind> kinds, Set<Action> actions, Set<Category> categories) {
    /** Copies the sets. */
    public Rule {
        kinds = Set.copyOf(kinds);
        actions = Set.copyOf(actions);
        categories = Set.copyOf(categories);
    }

    boolean covers(AccountKind kind, Relationship relationship, Action action, Category category) {
        return relationship.kind() == by
                && kinds.contains(kind)
                && actions.contains(action)
                && categories.contains(category);
    }
}

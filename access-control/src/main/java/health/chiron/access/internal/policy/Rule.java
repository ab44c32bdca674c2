package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicRight;
import java.util.Set;

/**
 * One line of the matrix: accounts of these kinds, joined in this way, may do these acts to these things.
 *
 * @param name the name that explanations and the audit log use
 * @param right what the relationship's clinic must let the actor do besides; null for nothing
 */
public record Rule(
        String name,
        Relationship.Kind by,
        Set<AccountKind> kinds,
        Set<Action> actions,
        Set<Category> categories,
        ClinicRight right) {
    /** Copies the sets. */
    public Rule {
        kinds = Set.copyOf(kinds);
        actions = Set.copyOf(actions);
        categories = Set.copyOf(categories);
    }

    /** A line that needs no right at the clinic. */
    public Rule(
            String name, Relationship.Kind by, Set<AccountKind> kinds, Set<Action> actions, Set<Category> categories) {
        this(name, by, kinds, actions, categories, null);
    }

    /** The same line, for those only who hold this right at the relationship's clinic. */
    Rule with(ClinicRight needed) {
        return new Rule(name, by, kinds, actions, categories, needed);
    }

    boolean hasRight(Actor actor, Relationship relationship) {
        return right == null || actor.has(relationship.clinic(), right);
    }

    boolean covers(AccountKind kind, Relationship relationship, Action action, Category category) {
        return relationship.kind() == by
                && kinds.contains(kind)
                && actions.contains(action)
                && categories.contains(category);
    }
}

package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The one policy: (actor, action, category, what joins them) gives permitted, by rule and relationship, or denied, with a
 * reason. A pure function: what is expired, ended or deactivated has been left out by the database before it is asked, and
 * what is unknown or null is denied.
 */
public final class Policy {
    private static final Map<Category, Section> SECTION_OF =
            Map.of(Category.VISITS, Section.VISITS, Category.CONDITIONS, Section.CONDITIONS);

    private final List<Rule> rules;

    /** The house's matrix. */
    public Policy() {
        this(Matrix.RULES);
    }

    Policy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Decides. The relationships must be the actor's to the subject; the kind of account alone is one of them. */
    public Decision decide(Actor actor, Action action, Category category, List<Relationship> relationships) {
        if (actor == null || action == null || category == null || relationships == null) {
            return new Decision.Denied("unknown", true);
        }
        boolean sectionClosed = false;
        boolean rightMissing = false;
        for (Relationship relationship : strongestFirst(relationships)) {
            for (Rule rule : rules) {
                if (rule.covers(actor.kind(), relationship, action, category)) {
                    if (!rule.hasRight(actor, relationship)) {
                        rightMissing = true;
                    } else if (opens(relationship, category)) {
                        return new Decision.Permitted(rule, relationship);
                    } else {
                        sectionClosed = true;
                    }
                }
            }
        }
        if (sectionClosed) {
            return new Decision.Denied("section-closed", false);
        }
        if (rightMissing) {
            return new Decision.Denied("right-missing", false);
        }
        boolean stranger = relationships.stream().noneMatch(r -> r.kind() != Relationship.Kind.ROLE);
        return new Decision.Denied(stranger ? "no-relationship" : "not-included", stranger);
    }

    private static List<Relationship> strongestFirst(List<Relationship> relationships) {
        return relationships.stream()
                .sorted(Comparator.comparing(Relationship::kind))
                .toList();
    }

    private static boolean opens(Relationship relationship, Category category) {
        Section needed = SECTION_OF.get(category);
        return needed == null
                || relationship.sections().isEmpty()
                || relationship.sections().contains(needed);
    }
}

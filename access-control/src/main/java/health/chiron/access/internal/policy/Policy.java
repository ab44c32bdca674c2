package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.access.internal.policy.Considered.Verdict;
import health.chiron.domain.access.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one policy: (actor, action, category, what joins them) gives permitted, by rule and relationship, or denied, with a
 * reason. A pure function: what is expired, ended or deactivated has been left out by the database before it is asked, and
 * what is unknown or null is denied.
 *
 * <p>The order in which it weighs is published (docs/access.md) and does not depend on the order of its input:
 *
 * <ol>
 *   <li>whatever is unknown is denied;
 *   <li>denials: a block voids the relationships it names. What is voided opens nothing, whatever rule there is for it;
 *   <li>the relationships that are left, the strongest first, and for each the rules in the order of the matrix: the first rule
 *       that covers kind of account, act and category, whose part of the chart is open, whose right is held and, for a program,
 *       for which it has a scope, lets in;
 *   <li>nothing let in: denied.
 * </ol>
 */
public final class Policy {
    private static final Map<Category, Section> SECTION_OF = Map.of(
            Category.VISITS, Section.VISITS,
            Category.CONDITIONS, Section.CONDITIONS,
            Category.FAMILY_HISTORY, Section.FAMILY_HISTORY);

    /** Parts of the chart: a grant that names sections opens none of these but the named ones. */
    static final Set<Category> CLINICAL = EnumSet.of(
            Category.VISITS,
            Category.CONDITIONS,
            Category.PRESCRIPTIONS,
            Category.MEDICATIONS,
            Category.LABS,
            Category.ALLERGIES,
            Category.VACCINATIONS,
            Category.VITALS,
            Category.FAMILY_HISTORY,
            Category.OWNER_ENTRIES,
            Category.DOCUMENTS);

    private final List<Rule> rules;
    private final List<Denial> denials;

    /** The house's matrix. */
    public Policy() {
        this(Matrix.RULES, Matrix.DENIALS);
    }

    Policy(List<Rule> rules, List<Denial> denials) {
        this.rules = List.copyOf(rules);
        this.denials = List.copyOf(denials);
    }

    /** SHA-256 over everything that the answers depend on besides the relationships: another matrix, another fingerprint. */
    public byte[] fingerprint() {
        StringBuilder text = new StringBuilder();
        denials.forEach(denial -> text.append(denial.name())
                .append(sorted(Set.of(denial.by())))
                .append(denial.person())
                .append(sorted(denial.voids()))
                .append(sorted(denial.acts()))
                .append('\n'));
        rules.forEach(rule -> text.append(rule.name())
                .append(sorted(Set.of(rule.by())))
                .append(sorted(rule.kinds()))
                .append(sorted(rule.actions()))
                .append(sorted(rule.categories()))
                .append(rule.right())
                .append('\n'));
        Scopes.ROWS.forEach(row -> text.append(row.scope().written())
                .append(row.across())
                .append(row.action())
                .append(sorted(row.categories()))
                .append('\n'));
        CLINICAL.forEach(category -> text.append(category).append(SECTION_OF.get(category)));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String sorted(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "[", "]"));
    }

    /** Decides. The relationships must be the actor's to the subject; the kind of account alone is one of them. */
    public Decision decide(Actor actor, Action action, Category category, List<Relationship> relationships) {
        return evaluate(actor, action, category, relationships).decision();
    }

    /** Decides, and says what was weighed. */
    public Evaluation evaluate(Actor actor, Action action, Category category, List<Relationship> relationships) {
        if (actor == null || action == null || category == null || relationships == null) {
            return new Evaluation(new Decision.Denied("unknown", true), List.of());
        }
        List<Considered> considered = new ArrayList<>();
        Decision.Permitted permitted = null;
        for (Relationship relationship : strongestFirst(relationships)) {
            Optional<Denial> denial = denialOf(relationship, relationships, action);
            if (denial.isPresent()) {
                considered.add(new Considered(relationship, denial.get().name(), Verdict.DENIED));
                continue;
            }
            boolean covered = false;
            for (Rule rule : rules) {
                if (rule.covers(actor.kind(), relationship, action, category)) {
                    covered = true;
                    Verdict verdict = verdict(actor, rule, relationship, action, category, permitted != null);
                    considered.add(new Considered(relationship, rule.name(), verdict));
                    if (verdict == Verdict.LETS_IN) {
                        permitted = new Decision.Permitted(rule, relationship);
                    }
                }
            }
            if (!covered) {
                considered.add(new Considered(relationship, null, Verdict.NOT_INCLUDED));
            }
        }
        return new Evaluation(permitted != null ? permitted : denied(considered), considered);
    }

    private static Verdict verdict(
            Actor actor, Rule rule, Relationship relationship, Action action, Category category, boolean alreadyIn) {
        if (!rule.hasRight(actor, relationship)) {
            return Verdict.RIGHT_MISSING;
        }
        if (!opens(relationship, category)) {
            return Verdict.SECTION_CLOSED;
        }
        if (!Scopes.cover(actor, rule.by(), action, category)) {
            return Verdict.SCOPE_MISSING;
        }
        return alreadyIn ? Verdict.NOT_NEEDED : Verdict.LETS_IN;
    }

    private Optional<Denial> denialOf(Relationship relationship, List<Relationship> all, Action action) {
        return denials.stream()
                .filter(denial -> all.stream().anyMatch(block -> denial.voids(block, relationship, action)))
                .findFirst();
    }

    // The most telling reason first. Whoever is kept out by a block is answered like a stranger: a block tells nothing.
    private static Decision.Denied denied(List<Considered> considered) {
        if (has(considered, Verdict.SECTION_CLOSED)) {
            return new Decision.Denied("section-closed", false);
        }
        if (has(considered, Verdict.RIGHT_MISSING)) {
            return new Decision.Denied("right-missing", false);
        }
        if (has(considered, Verdict.SCOPE_MISSING)) {
            return new Decision.Denied("scope-missing", false);
        }
        boolean stranger = considered.stream()
                .noneMatch(c -> c.verdict() == Verdict.NOT_INCLUDED
                        && c.relationship().kind() != Relationship.Kind.ROLE
                        && !c.relationship().isBlock());
        if (stranger && has(considered, Verdict.DENIED)) {
            return new Decision.Denied("blocked", true);
        }
        return new Decision.Denied(stranger ? "no-relationship" : "not-included", stranger);
    }

    private static boolean has(List<Considered> considered, Verdict verdict) {
        return considered.stream().anyMatch(c -> c.verdict() == verdict);
    }

    private static List<Relationship> strongestFirst(List<Relationship> relationships) {
        return relationships.stream()
                .sorted(Comparator.comparing(Relationship::kind))
                .toList();
    }

    /** The parts of the chart for which a program has no scope; none for people. */
    public Set<Section> closedByScope(Actor actor) {
        return SECTION_OF.entrySet().stream()
                .filter(part -> !Scopes.cover(actor, Relationship.Kind.GRANT, Action.READ, part.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private static boolean opens(Relationship relationship, Category category) {
        if (relationship.sections().isEmpty() || !CLINICAL.contains(category)) {
            return true;
        }
        Section section = SECTION_OF.get(category);
        return section != null && relationship.sections().contains(section);
    }
}

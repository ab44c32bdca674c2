package health.chiron.access.internal.policy;

/**
 * What became of one relationship, or of one rule for it, in a decision.
 *
 * @param relationship what joins the actor to the subject
 * @param rule the rule, or the denial's name, that was looked at; null when no rule covers the act for this relationship
 * @param verdict what became of it
 */
public record Considered(Relationship relationship, String rule, Verdict verdict) {
    /** What became of a rule. */
    public enum Verdict {
        /** It lets in. */
        LETS_IN,
        /** It would let in as well; a stronger relationship did. */
        NOT_NEEDED,
        /** It would let in, had the relationship not left out this part of the chart. */
        SECTION_CLOSED,
        /** It would let in, had the actor the right that the clinic gives for it. */
        RIGHT_MISSING,
        /** It would let in, had the program a scope for it. */
        SCOPE_MISSING,
        /** The relationship is taken away by a denial, which this row names. */
        DENIED,
        /** The relationship is there, and no rule opens this act by it. */
        NOT_INCLUDED
    }
}

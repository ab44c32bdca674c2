package health.chiron.access.internal.policy;

/** The policy's answer. */
public sealed interface Decision {
    /**
     * Let in, by the first line of the matrix that fits.
     *
     * @param rule the line
     * @param relationship what it rests on
     */
    record Permitted(Rule rule, Relationship relationship) implements Decision {}

    /**
     * Not let in.
     *
     * @param reason a stable word for the audit log
     * @param stranger whether nothing joins the actor to the subject, so that even its existence stays unsaid
     */
    record Denied(String reason, boolean stranger) implements Decision {}
}

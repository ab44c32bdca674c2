package health.chiron.access.api;

/**
 * Which grants are looked for; every part may be left out.
 *
 * @param status whether they open the chart now
 * @param basis by what they were opened
 */
public record GrantQuery(GrantView.Status status, GrantView.Basis basis) {
    /** All of them. */
    public static final GrantQuery ALL = new GrantQuery(null, null);
}

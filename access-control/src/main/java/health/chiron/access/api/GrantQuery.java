package health.chiron.access.api;

import health.chiron.domain.access.AccountId;

/**
 * Which grants are looked for; every part may be left out.
 *
 * @param status whether they open the chart now
 * @param basis by what they were opened
 * @param doctorId those bound to this doctor
 */
public record GrantQuery(GrantView.Status status, GrantView.Basis basis, AccountId doctorId) {
    /** All of them. */
    public static final GrantQuery ALL = new GrantQuery(null, null, null);
}

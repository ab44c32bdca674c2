package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;

/**
 * Which of a clinic's people are wanted.
 *
 * @param kind of this kind of account; null for all
 * @param active who works here now, or who does no longer; null for both
 */
public record PeopleQuery(AccountKind kind, Boolean active) {
    /** Everybody. */
    public static final PeopleQuery ALL = new PeopleQuery(null, null);
}

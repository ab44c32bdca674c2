package health.chiron.access.api;

/**
 * Which requests for access are looked for; every part may be left out.
 *
 * @param status how far they have come
 * @param origin who started them
 */
public record RequestQuery(AccessRequestView.Status status, AccessRequestView.Origin origin) {
    /** All of them. */
    public static final RequestQuery ALL = new RequestQuery(null, null);

    /** Those that wait to be opened. */
    public static final RequestQuery WAITING = new RequestQuery(AccessRequestView.Status.PENDING, null);
}

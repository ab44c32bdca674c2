package health.chiron.access.api;

import java.time.Duration;

/**
 * How a call stands to a limit, for the headers {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param name the limit's name
 * @param quota how many calls it lets through at once and within the window
 * @param window in which the quota is given back
 * @param left how many calls are left now
 * @param until when the quota is whole again; after a refusal, when one more call is possible
 */
public record LimitState(String name, long quota, Duration window, long left, Duration until) {}

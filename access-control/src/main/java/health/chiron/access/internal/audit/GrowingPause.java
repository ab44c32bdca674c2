package health.chiron.access.internal.audit;

import java.time.Duration;

/** How long to wait after a failure: twice as long after each, up to a bound; nothing once it has worked. */
final class GrowingPause {
    private final long first;
    private final long longest;
    private long next;
    private long until;
    private boolean waits;

    GrowingPause(Duration first, Duration longest) {
        this.first = first.toNanos();
        this.longest = longest.toNanos();
        this.next = this.first;
    }

    /** @param now as {@link System#nanoTime()} counts */
    boolean over(long now) {
        return !waits || now - until >= 0;
    }

    void failed(long now) {
        waits = true;
        until = now + next;
        next = Math.min(next * 2, longest);
    }

    void worked() {
        waits = false;
        next = first;
    }
}

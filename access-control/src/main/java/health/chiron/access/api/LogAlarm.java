package health.chiron.access.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the log needs somebody: it did not hold when it was last verified, or was not verified as it should have been.
 *
 * @param since when that was found, or when the verification should have run
 * @param finding what is wrong with the first row that does not hold; null when nothing was found
 */
public record LogAlarm(State state, Instant since, String finding) {
    /** What is the matter. */
    @Schema(name = "LogAlarmState")
    public enum State {
        /** A row does not hold. */
        BROKEN,
        /** The last verification ended before its end. */
        STOPPED,
        /** No verification has ended well since it should have run by itself. */
        OVERDUE
    }
}

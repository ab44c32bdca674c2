package health.chiron.access.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A verification of the log that goes on by itself, or the last one that did.
 *
 * @param status whether it runs, what it found, or that it stopped before its end
 * @param sealed how many rows of the chain were read
 * @param expected how many there were when it started
 * @param waiting how many rows had no seal yet
 * @param firstBadNumber the place in the chain of the first row that does not hold, where it has one
 * @param firstBadEvent the event's id, where it is known
 * @param finding what is wrong with it
 * @param finishedAt null while it runs
 */
public record Verification(
        UUID id,
        Status status,
        long sealed,
        long expected,
        long waiting,
        Long firstBadNumber,
        UUID firstBadEvent,
        String finding,
        Instant startedAt,
        Instant finishedAt) {
    /** How it goes, or went. */
    public enum Status {
        /** It reads. */
        RUNNING,
        /** Every row is as it was written, and none is missing, added or moved. */
        HOLDS,
        /** A row does not hold. */
        BROKEN,
        /** The server went down, or the database was lost: start another. */
        STOPPED
    }
}

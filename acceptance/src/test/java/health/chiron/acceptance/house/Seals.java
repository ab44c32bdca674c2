package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** Waits for rows of the log to be sealed, which happens within seconds of their commit. */
public final class Seals {
    private Seals() {}

    /** How many rows of the log have no seal yet. */
    public static long missing() {
        return missing(null);
    }

    private static long missing(String patient) {
        return Rows.count(
                "SELECT count(*) FROM audit.event e WHERE (?::uuid IS NULL OR e.patient_id = ?::uuid) AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)",
                patient,
                patient);
    }

    /** Waits until everything is sealed. */
    public static void awaitAll(Duration most) {
        await(null, most);
    }

    /** Waits until everything about a patient is sealed; null for everything. */
    public static void await(String patient, Duration most) {
        Instant end = Instant.now().plus(most);
        while (missing(patient) > 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}

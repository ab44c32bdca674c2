package health.chiron.access.internal.audit;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When the log is verified without anybody asking: once a day, at a time in UTC.
 *
 * @param at empty for never
 */
public record VerificationSchedule(Optional<LocalTime> at) {
    /** When nothing is set: at night, and not on the hour, when everything else runs. */
    static final LocalTime USUAL = LocalTime.of(2, 40);

    private static final String NEVER = "off";

    /**
     * Reads the setting.
     *
     * @param setting a time such as {@code 02:40}, or {@code off}; empty for the usual
     * @throws IllegalArgumentException when it is neither
     */
    public static VerificationSchedule of(Optional<String> setting) {
        String text = setting.map(String::strip).orElse("");
        if (text.isEmpty()) {
            return new VerificationSchedule(Optional.of(USUAL));
        }
        if (NEVER.equals(text)) {
            return new VerificationSchedule(Optional.empty());
        }
        try {
            return new VerificationSchedule(Optional.of(LocalTime.parse(text)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("neither a time nor " + NEVER, e);
        }
    }

    /** The latest moment, not after this one, at which a verification was to begin. */
    Optional<Instant> last(Instant now) {
        OffsetDateTime today = now.atOffset(ZoneOffset.UTC);
        return at.map(time -> today.toLocalDate().atTime(time).atOffset(ZoneOffset.UTC))
                .map(moment -> moment.isAfter(today) ? moment.minusDays(1) : moment)
                .map(OffsetDateTime::toInstant);
    }
}

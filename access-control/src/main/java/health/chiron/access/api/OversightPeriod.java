package health.chiron.access.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days, in a zone.
 *
 * @param from the first day
 * @param until the last day, included
 * @param zone where a day begins
 */
public record OversightPeriod(
        @NotNull LocalDate from,
        @NotNull LocalDate until,
        @NotNull ZoneId zone) {}

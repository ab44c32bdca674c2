package health.chiron.interop.internal.imports;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** FHIR's dates, which may be as short as a year, as exact ones. */
final class Dates {
    private Dates() {}

    /** The day as it was written, in its own zone; nothing when only the year or month is known. */
    static Optional<LocalDate> day(BaseDateTimeType date) {
        if (date == null || !date.hasValue() || isShorter(date, TemporalPrecisionEnum.DAY)) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay()));
    }

    /** The instant; nothing when no time of day is known. */
    static Optional<Instant> instant(BaseDateTimeType date) {
        if (date == null || !date.hasValue() || isShorter(date, TemporalPrecisionEnum.MINUTE)) {
            return Optional.empty();
        }
        return Optional.of(date.getValue().toInstant());
    }

    private static boolean isShorter(BaseDateTimeType date, TemporalPrecisionEnum wanted) {
        return date.getPrecision().compareTo(wanted) < 0;
    }
}

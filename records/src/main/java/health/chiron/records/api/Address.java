package health.chiron.records.api;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A postal address; every part may be left out. */
public record Address(
        @Size(min = 1, max = RecordLimits.ADDRESS_LINE) @Pattern(regexp = Limits.LINE)
        String line,

        @Size(min = 1, max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String city,

        @Size(min = 1, max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String state,

        @Size(min = 1, max = RecordLimits.POSTAL_CODE) @Pattern(regexp = Limits.LINE)
        String postalCode,

        @Size(min = 1, max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String country) {}

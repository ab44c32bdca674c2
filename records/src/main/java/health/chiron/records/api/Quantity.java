package health.chiron.records.api;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A measured value in the unit it was entered in.
 *
 * @param value greater than zero, at most six digits before and three behind the point
 * @param unit a UCUM unit: {@code kg}, {@code g}, {@code lb} for weight; {@code Cel}, {@code [degF]} for temperature
 */
public record Quantity(
        @NotNull @Positive @Digits(integer = 6, fraction = 3)
        BigDecimal value,

        @NotBlank @Size(max = 10) String unit) {}

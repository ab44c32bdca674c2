package health.chiron.domain.records;

import health.chiron.domain.shared.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A measured value that keeps the unit it was entered in and its canonical value (architecture, section 3).
 *
 * @param value as entered
 * @param unit the UCUM unit as entered
 * @param canonical in the canonical unit: kilograms, degrees Celsius
 */
public record Measured(BigDecimal value, String unit, BigDecimal canonical) {
    private static final BigDecimal POUND_KG = new BigDecimal("0.45359237");
    private static final Map<String, UnaryOperator<BigDecimal>> KG = Map.of(
            "kg", v -> v,
            "g", v -> v.movePointLeft(3),
            "lb", v -> v.multiply(POUND_KG));
    private static final Map<String, UnaryOperator<BigDecimal>> CELSIUS = Map.of(
            "Cel", v -> v,
            "[degF]",
                    v -> v.subtract(new BigDecimal(32))
                            .multiply(new BigDecimal(5))
                            .divide(new BigDecimal(9), MathContext.DECIMAL64));

    /** Needs all three. */
    public Measured {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(canonical, "canonical");
    }

    /**
     * A weight in {@code kg}, {@code g} or {@code lb}: 1 g to 3000 kg.
     *
     * @throws Refusal naming the field
     */
    public static Measured weight(BigDecimal value, String unit) {
        BigDecimal kg = converted("weight", KG, value, unit, 4);
        if (kg.signum() <= 0 || kg.compareTo(new BigDecimal("0.001")) < 0 || kg.compareTo(new BigDecimal(3000)) > 0) {
            throw Refusal.invalid("weight.value", "out_of_range", "A weight lies between 1 g and 3000 kg.");
        }
        return new Measured(value, unit, kg);
    }

    /**
     * A body temperature in {@code Cel} or {@code [degF]}: 20 to 50 degrees Celsius, at most two digits behind the point. More
     * no thermometer shows, and a value that would be kept otherwise than it was entered is refused.
     *
     * @throws Refusal naming the field
     */
    public static Measured temperature(BigDecimal value, String unit) {
        BigDecimal celsius = converted("temperature", CELSIUS, value, unit, 2);
        if (celsius.compareTo(new BigDecimal(20)) < 0 || celsius.compareTo(new BigDecimal(50)) > 0) {
            throw Refusal.invalid(
                    "temperature.value", "out_of_range", "A body temperature lies between 20 and 50 degrees Celsius.");
        }
        if (value.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid(
                    "temperature.value", "too_precise", "A temperature has at most two digits behind the point.");
        }
        return new Measured(value, unit, celsius);
    }

    private static BigDecimal converted(
            String field, Map<String, UnaryOperator<BigDecimal>> units, BigDecimal value, String unit, int scale) {
        UnaryOperator<BigDecimal> toCanonical = units.get(unit);
        if (toCanonical == null) {
            throw Refusal.invalid(
                    field + ".unit",
                    "unknown_unit",
                    "The unit must be one of: "
                            + String.join(", ", units.keySet().stream().sorted().toList()) + ".");
        }
        return toCanonical.apply(value).setScale(scale, RoundingMode.HALF_UP);
    }
}

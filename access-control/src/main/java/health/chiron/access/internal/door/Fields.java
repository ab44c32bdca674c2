package health.chiron.access.internal.door;

import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Checks the fields of every command at the door, so that portal, API and import obey the same limits. */
@ApplicationScoped
public class Fields {
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "Size", "length",
            "Pattern", "format",
            "Min", "out_of_range",
            "Max", "out_of_range",
            "DecimalMin", "out_of_range",
            "DecimalMax", "out_of_range",
            "Positive", "out_of_range",
            "Digits", "out_of_range");

    @Inject
    private Validator validator;

    /** @throws Refusal naming every field that breaks a limit */
    public void check(Object... arguments) {
        if (arguments == null) {
            return; // a method without parameters
        }
        List<Fault> faults = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Record
                    && argument.getClass().getPackageName().startsWith("health.chiron")) {
                validator.validate(argument).stream().map(Fields::fault).forEach(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Fault::field).thenComparing(Fault::code));
            throw Refusal.invalid(faults);
        }
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
        return new Fault(
                violation.getPropertyPath().toString(), CODES.getOrDefault(rule, "invalid"), sentence(rule, limits));
    }

    // Our own sentences: the framework's default texts differ by locale and may interpolate the value.
    private static String sentence(String rule, Map<String, Object> limits) {
        return switch (rule) {
            case "NotNull", "NotBlank" -> "This field is required.";
            case "Size" ->
                (int) limits.get("min") > 1
                        ? "The length must be between " + limits.get("min") + " and " + limits.get("max") + "."
                        : "The length must be at most " + limits.get("max") + ", and it must not be empty.";
            case "Pattern" -> "The value does not have the required form.";
            case "DecimalMin" -> "The value must be at least " + limits.get("value") + ".";
            case "DecimalMax" -> "The value must be at most " + limits.get("value") + ".";
            case "Min" -> "The value must be at least " + limits.get("value") + ".";
            case "Max" -> "The value must be at most " + limits.get("value") + ".";
            case "Positive" -> "The value must be greater than zero.";
            case "Digits" ->
                "At most " + limits.get("integer") + " digits before and " + limits.get("fraction")
                        + " behind the point are possible.";
            default -> "The value is not valid.";
        };
    }
}

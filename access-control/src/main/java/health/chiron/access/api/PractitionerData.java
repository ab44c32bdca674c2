package health.chiron.access.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * An entry of the directory of practitioners (MediKeep's practitioners).
 *
 * @param practice where the practitioner works
 * @param rating 0.0 to 5.0
 * @param active whether it is offered for choice; true if left out
 */
public record PractitionerData(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String name,

        @NotBlank @Size(max = 100) @Pattern(regexp = Limits.LINE)
        String specialty,

        @NotBlank @Size(max = 200) @Pattern(regexp = Limits.LINE)
        String practice,

        @Size(max = Limits.PHONE_TEXT) @Pattern(regexp = Limits.LINE)
        String phoneNumber,

        @Size(max = Limits.WEBSITE) @Pattern(regexp = Limits.WEBSITE_PATTERN)
        String website,

        @DecimalMin("0.0") @DecimalMax("5.0") @Digits(integer = 1, fraction = 1)
        BigDecimal rating,

        Boolean active) {}

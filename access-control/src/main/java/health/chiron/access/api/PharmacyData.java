package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An entry of the directory of pharmacies (MediKeep's pharmacies).
 *
 * @param name with the place in it, such as {@code Riverside Pharmacy, Main Street}
 * @param brand the chain
 * @param storeNumber the chain's number for this branch
 * @param driveThrough whether one is served in the car; false if left out
 * @param twentyFourHour whether it is open day and night; false if left out
 * @param specialtyServices what else it does
 * @param active whether it is offered for choice; true if left out
 */
public record PharmacyData(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String name,

        @Size(max = 100) @Pattern(regexp = Limits.LINE) String brand,
        @Size(max = 200) @Pattern(regexp = Limits.LINE) String streetAddress,
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String city,
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String state,
        @Size(max = 20) @Pattern(regexp = Limits.LINE) String zipCode,
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String country,
        @Size(max = 50) @Pattern(regexp = Limits.LINE) String storeNumber,

        @Size(max = Limits.PHONE_TEXT) @Pattern(regexp = Limits.LINE)
        String phoneNumber,

        @Size(max = Limits.PHONE_TEXT) @Pattern(regexp = Limits.LINE)
        String faxNumber,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Size(max = Limits.WEBSITE) @Pattern(regexp = Limits.WEBSITE_PATTERN)
        String website,

        @Size(max = 500) @Pattern(regexp = Limits.TEXT) String hours,
        Boolean driveThrough,
        Boolean twentyFourHour,
        @Size(max = 500) @Pattern(regexp = Limits.TEXT) String specialtyServices,
        Boolean active) {}

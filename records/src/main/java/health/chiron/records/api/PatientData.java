package health.chiron.records.api;

import health.chiron.access.api.Limits;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Who a patient is. A person has a family name and none of the animal facts; an animal has a species.
 *
 * @param givenName a person's given names, or the animal's name
 * @param familyName needed for a person
 * @param birthDate 1850-01-01 or later, not after today; may be unknown
 * @param deceasedOn not before birth, not after today
 * @param microchip unique among patients; nine to fifteen digits or capitals
 * @param identifiers at most 20
 */
public record PatientData(
        @NotNull PatientKind kind,

        @NotBlank @Size(max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String givenName,

        @Size(min = 1, max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String familyName,

        LocalDate birthDate,
        @NotNull Sex sex,
        LocalDate deceasedOn,
        Species species,

        @Size(min = 1, max = RecordLimits.NAME) @Pattern(regexp = Limits.LINE)
        String breed,

        @Size(min = 1, max = RecordLimits.COLOUR) @Pattern(regexp = Limits.LINE)
        String colour,

        Boolean neutered,
        @Pattern(regexp = RecordLimits.MICROCHIP) String microchip,
        @Valid Address address,
        @Size(max = 20) List<@Valid @NotNull Identifier> identifiers) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "PatientData[...]";
    }
}

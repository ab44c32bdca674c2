package health.chiron.records.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.FamilyRelation;
import health.chiron.domain.records.Sex;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is known of a relative (MediKeep, family_members).
 *
 * @param clinicId the clinic for which a doctor writes; may be left out by a doctor with one clinic, and by the owner's side
 * @param deceased whether the relative has died; a year of death says so too
 */
public record FamilyMemberData(
        ClinicId clinicId,

        @NotBlank @Size(max = RecordLimits.RELATIVE) @Pattern(regexp = Limits.LINE)
        String name,

        @NotNull FamilyRelation relationship,
        Sex gender,
        @Min(1800) @Max(2200) Integer birthYear,
        @Min(1800) @Max(2200) Integer deathYear,
        Boolean deceased,

        @Size(min = 1, max = RecordLimits.FAMILY_NOTES) @Pattern(regexp = Limits.TEXT)
        String notes)
        implements AboutClinic {
    /** Says nothing of the relative. */
    @Override
    public String toString() {
        return "FamilyMemberData[...]";
    }
}

package health.chiron.records.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a doctor writes about a visit (veterinary seed, medical_records; MediKeep, encounters). Only type and date are needed
 * for a draft; signing needs a complaint, a diagnosis or notes as well.
 *
 * @param clinicId the clinic of the visit; may be left out by somebody with one clinic; fixed once the draft stands
 * @param visitDate when it began; at most a day ahead
 * @param durationMinutes 0 to 525 600
 * @param weight 1 g to 3000 kg
 * @param temperature 20 to 50 degrees Celsius
 * @param followUpDate not before the visit
 */
public record VisitContent(
        ClinicId clinicId,
        @NotNull VisitType visitType,
        VisitPriority priority,
        @NotNull Instant visitDate,
        @Min(0) @Max(525_600) Integer durationMinutes,

        @Size(min = 1, max = RecordLimits.PLACE) @Pattern(regexp = Limits.LINE)
        String place,

        @Size(min = 1, max = RecordLimits.REASON) @Pattern(regexp = Limits.LINE)
        String reason,

        @Size(min = 1, max = RecordLimits.COMPLAINT) @Pattern(regexp = Limits.TEXT)
        String chiefComplaint,

        @Size(min = 1, max = RecordLimits.FINDINGS) @Pattern(regexp = Limits.TEXT)
        String symptoms,

        @Size(min = 1, max = RecordLimits.FINDINGS) @Pattern(regexp = Limits.TEXT)
        String diagnosis,

        @Size(min = 1, max = RecordLimits.PLAN) @Pattern(regexp = Limits.TEXT)
        String treatmentPlan,

        @Size(min = 1, max = RecordLimits.NOTES) @Pattern(regexp = Limits.TEXT)
        String clinicalNotes,

        @Valid Quantity weight,
        @Valid Quantity temperature,
        @Valid VitalSigns vitalSigns,
        Boolean followUpRequired,
        LocalDate followUpDate,

        @Size(min = 1, max = RecordLimits.FOLLOW_UP_NOTES) @Pattern(regexp = Limits.TEXT)
        String followUpNotes)
        implements AboutClinic {
    /** Says nothing of the visit. */
    @Override
    public String toString() {
        return "VisitContent[...]";
    }
}

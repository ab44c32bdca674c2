package health.chiron.records.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Vital signs of a visit; the limits refuse what no living patient of any species shows.
 *
 * @param heartRate beats a minute, 1 to 1000
 * @param respiratoryRate breaths a minute, 1 to 500
 * @param systolic millimetres of mercury, 10 to 400, together with diastolic and above it
 * @param diastolic millimetres of mercury, 5 to 300
 * @param oxygenSaturation per cent, 1 to 100
 */
public record VitalSigns(
        @Min(1) @Max(1000) Integer heartRate,
        @Min(1) @Max(500) Integer respiratoryRate,
        @Min(10) @Max(400) Integer systolic,
        @Min(5) @Max(300) Integer diastolic,
        @Min(1) @Max(100) Integer oxygenSaturation) {}

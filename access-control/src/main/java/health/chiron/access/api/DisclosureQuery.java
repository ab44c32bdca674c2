package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Whose account of disclosures an auditor asks for. A record rather than an id: an auditor is joined to no patient, and reads the log.
 *
 * @param patientId the patient
 * @param period the period
 */
public record DisclosureQuery(
        @NotNull PatientId patientId, @NotNull @Valid DisclosurePeriod period) {}

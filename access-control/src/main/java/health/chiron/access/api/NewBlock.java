package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.NotNull;

/**
 * Whom the owner keeps out: a person or a clinic.
 *
 * @param accountId the person; one of those whom {@link Blocks#candidates} names
 * @param clinicId the clinic
 * @param evenInEmergency whether it holds against emergency access as well
 */
public record NewBlock(
        AccountId accountId, ClinicId clinicId, @NotNull Boolean evenInEmergency) {}

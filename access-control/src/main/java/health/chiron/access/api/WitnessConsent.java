package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Somebody of the clinic witnesses a signature at the desk.
 *
 * @param clinicId the clinic that registered the patient; may be left out by somebody with one clinic
 */
public record WitnessConsent(
        ClinicId clinicId, @NotNull @Valid ConsentAtDesk consent) implements AboutClinic {}

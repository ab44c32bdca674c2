package health.chiron.rest.auth;

import health.chiron.domain.records.PatientId;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotNull;

/**
 * The patient to be kept at hand.
 *
 * @param patientId one whom the account reaches
 */
public record ActivePatient(@NotNull PatientId patientId) {
    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public ActivePatient {
        Needed.value("patientId", patientId);
    }
}

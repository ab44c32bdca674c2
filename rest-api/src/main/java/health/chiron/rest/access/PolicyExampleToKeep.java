package health.chiron.rest.access;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.Limits;
import health.chiron.access.api.NewPolicyExample;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An answer that the policy is to keep giving.
 *
 * @param patientId the patient
 * @param accountId the person
 * @param action what would be done
 * @param category to what
 * @param permitted the agreed answer
 * @param note why it matters, in words without names
 */
public record PolicyExampleToKeep(
        @NotNull PatientId patientId,
        @NotNull AccountId accountId,
        @NotNull Action action,
        @NotNull Category category,
        @NotNull Boolean permitted,

        @NotBlank @Size(min = 3, max = Limits.EXAMPLE_NOTE) @Pattern(regexp = Limits.LINE)
        String note) {
    /** @throws health.chiron.domain.shared.Refusal naming the patient when it is missing; the rest is checked at the door */
    public PolicyExampleToKeep {
        Needed.value("patientId", patientId);
    }

    NewPolicyExample toExample() {
        return new NewPolicyExample(accountId, action, category, permitted, note);
    }
}

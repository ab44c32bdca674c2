package health.chiron.rest.access;

import health.chiron.domain.access.ClinicId;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The code that the owner handed over.
 *
 * @param code the digits
 * @param clinicId the clinic that asked; may be left out by somebody with one clinic
 */
public record GrantCode(
        @NotBlank @Size(max = RedeemedCode.MOST) String code, ClinicId clinicId) {
    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public GrantCode {
        Needed.text("code", code, RedeemedCode.MOST);
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "GrantCode[...]";
    }
}

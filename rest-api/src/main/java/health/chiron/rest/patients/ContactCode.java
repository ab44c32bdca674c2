package health.chiron.rest.patients;

import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A code that the owner read out.
 *
 * @param code the digits
 */
public record ContactCode(@NotBlank @Size(max = MOST) String code) {
    private static final int MOST = 20;

    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public ContactCode {
        Needed.text("code", code, MOST);
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "ContactCode[...]";
    }
}

package health.chiron.rest.access;

import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The code that the owner handed over.
 *
 * @param code the digits
 */
public record RedeemedCode(@NotBlank @Size(max = MOST) String code) {
    /** Longer than any code that was ever sent. */
    static final int MOST = 20;

    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public RedeemedCode {
        Needed.text("code", code, MOST);
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "RedeemedCode[...]";
    }
}

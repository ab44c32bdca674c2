package health.chiron.rest.auth;

import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A refresh token.
 *
 * @param refreshToken as the token endpoint gave it
 */
public record RefreshToken(@NotBlank @Size(max = MOST) String refreshToken) {
    /** Longer than any token that was ever issued. */
    static final int MOST = 1000;

    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public RefreshToken {
        Needed.text("refreshToken", refreshToken, MOST);
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "RefreshToken[...]";
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.CredentialKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One more credential of a program.
 *
 * @param kind a secret, which the house makes, or the public half of a key pair, which the program made
 * @param label by which people tell it from the others
 * @param publicKey for a key: the public key as a JWK, or a JWK set with one (RFC 7517); RSA of 2048 to 4096 bits, P-256 or Ed25519
 * @param validDays when it ends by itself, in days from now; a year if left out
 */
public record NewClientCredential(
        @NotNull CredentialKind kind,

        @NotBlank @Size(max = Limits.PROGRAM) @Pattern(regexp = Limits.LINE)
        String label,

        @Size(max = Limits.PUBLIC_KEY) @Pattern(regexp = Limits.TEXT)
        String publicKey,

        @Min(1) @Max(Limits.CREDENTIAL_DAYS_MOST) Integer validDays) {}

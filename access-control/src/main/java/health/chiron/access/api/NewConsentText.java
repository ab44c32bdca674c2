package health.chiron.access.api;

import health.chiron.domain.access.ConsentScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A wording that a clinic publishes.
 *
 * @param scope what it is about
 * @param language {@code en} or {@code de}
 * @param title its heading
 * @param body what is to be signed, in plain text
 */
public record NewConsentText(
        @NotNull ConsentScope scope,
        @NotNull @Pattern(regexp = "en|de") String language,

        @NotBlank @Size(min = 3, max = 200) @Pattern(regexp = Limits.LINE)
        String title,

        @NotBlank @Size(max = Limits.CONSENT) @Pattern(regexp = Limits.TEXT)
        String body) {}

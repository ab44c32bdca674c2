package health.chiron.access.api;

import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.access.Section;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Somebody signs at the desk, before whoever of the clinic sends this.
 *
 * @param textId what was shown
 * @param textSha256 the hash of what was shown, as 64 hexadecimal digits
 * @param signedName the signer's name as typed
 * @param sections which parts of the chart it opens, when it is about record access; left out or empty, the whole chart
 * @param accessDays for how many days it opens the chart, 1 to 366; left out, 90
 */
public record ConsentAtDesk(
        @NotNull ConsentTextId textId,
        @NotNull @Pattern(regexp = Limits.SHA256) String textSha256,

        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String signedName,

        Set<Section> sections,
        @Min(1) @Max(Limits.CONSENT_DAYS_MOST) Integer accessDays) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ConsentAtDesk[...]";
    }
}

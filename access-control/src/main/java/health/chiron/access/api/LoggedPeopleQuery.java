package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Whom the log is to be narrowed to.
 *
 * @param search a part of the name or the sign-in name, upper and lower case alike
 */
public record LoggedPeopleQuery(
        @NotBlank @Size(min = 2, max = 100) @Pattern(regexp = Limits.LINE)
        String search) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "LoggedPeopleQuery[...]";
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Which accounts are wanted; every part may be left out.
 *
 * @param clinicId those who work at this clinic now; a clinic's administrator gets the own one when none is named
 * @param search a part of the name, the sign-in name or the mail address, upper and lower case alike
 */
public record AccountQuery(
        ClinicId clinicId,
        AccountKind kind,
        AccountStatus status,
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String search)
        implements AboutClinic {}

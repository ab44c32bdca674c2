package health.chiron.records.api;

import health.chiron.access.api.Limits;
import health.chiron.domain.records.PatientKind;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Which of the reachable patients are wanted; every part may be left out.
 *
 * @param name a part of the name, upper and lower case alike
 */
public record PatientQuery(
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String name, LocalDate birthDate, PatientKind kind) {}

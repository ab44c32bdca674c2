package health.chiron.records.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import java.time.LocalDate;

/**
 * Who a patient is, in one line.
 *
 * @param name {@code Family, Given} for a person, the name of an animal
 */
public record PatientIdentity(
        PatientId id,
        PatientKind kind,
        String name,
        LocalDate birthDate,
        Sex sex,
        Species species,
        String breed,
        LocalDate deceasedOn) {}

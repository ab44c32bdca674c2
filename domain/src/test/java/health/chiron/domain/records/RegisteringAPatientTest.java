package health.chiron.domain.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RegisteringAPatientTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void a_dog_needs_no_family_name() {
        assertThat(register(animal(Species.DOG)).facts().species()).isEqualTo(Species.DOG);
    }

    @Test
    void an_animal_has_a_species() {
        assertFaults(animal(null), "species");
    }

    @Test
    void a_person_has_a_family_name_and_no_animal_facts() {
        assertFaults(
                new Patient.Facts(
                        PatientKind.HUMAN,
                        "Pia",
                        null,
                        null,
                        Sex.FEMALE,
                        null,
                        Species.DOG,
                        "Pug",
                        "black",
                        true,
                        "900000000000001",
                        null,
                        null,
                        null,
                        null,
                        null),
                "familyName",
                "species",
                "breed",
                "colour",
                "neutered",
                "microchip");
    }

    @Test
    void birth_and_death_lie_in_order_and_not_ahead() {
        assertFaults(person(TODAY.plusDays(1), null), "birthDate");
        assertFaults(person(LocalDate.of(1849, 12, 31), null), "birthDate");
        assertFaults(person(LocalDate.of(1980, 1, 2), LocalDate.of(1980, 1, 1)), "deceasedOn");
        assertThat(register(person(LocalDate.of(1980, 2, 29), TODAY)).facts().deceasedOn())
                .isEqualTo(TODAY);
    }

    @Test
    void a_person_does_not_become_an_animal() {
        Patient person = register(person(null, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> person.correct(0, animal(Species.CAT), TODAY));
    }

    @Test
    void a_correction_of_an_old_version_is_stale() {
        Patient person = register(person(null, null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> person.correct(3, person(null, null), TODAY))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    private static Patient register(Patient.Facts facts) {
        return Patient.register(facts, ClinicId.next(), AccountId.next(), Instant.parse("2026-11-20T10:00:00Z"), TODAY);
    }

    private static Patient.Facts animal(Species species) {
        return new Patient.Facts(
                PatientKind.ANIMAL,
                "Rex",
                null,
                null,
                Sex.MALE,
                null,
                species,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Patient.Facts person(LocalDate born, LocalDate died) {
        return new Patient.Facts(
                PatientKind.HUMAN,
                "Pia",
                "Meyer",
                born,
                Sex.FEMALE,
                died,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void assertFaults(Patient.Facts facts, String... fields) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register(facts))
                .satisfies(refusal ->
                        assertThat(refusal.faults()).extracting(Fault::field).containsExactly(fields));
    }
}

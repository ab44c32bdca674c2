package health.chiron.interop.internal.imports;

import static health.chiron.interop.internal.imports.Elsewhere.bundle;
import static health.chiron.interop.internal.imports.Elsewhere.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.Address;
import health.chiron.records.api.Identifier;
import health.chiron.records.api.PatientData;
import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientOfAnotherSystemTest {
    private static final String NAMED = "\"name\": [{\"family\": \"Abbott774\", \"given\": [\"Ada1\"]}]";
    private static final String REACHABLE = "\"telecom\": [{\"system\": \"email\", \"value\": \"ada@example.org\"}]";

    private final House house = new House();

    @Test
    void comes_in_with_name_birth_sex_and_address() {
        house.takes(bundle(patient()));

        PatientData data = house.chart().patient();
        assertThat(data.kind()).isEqualTo(PatientKind.HUMAN);
        assertThat(data.givenName()).isEqualTo("Ada1 May22");
        assertThat(data.familyName()).isEqualTo("Abbott774");
        assertThat(data.birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
        assertThat(data.sex()).isEqualTo(Sex.FEMALE);
        assertThat(data.address()).isEqualTo(new Address("1 Elm Street", "Salem", "MA", "01970", "US"));
    }

    @Test
    void is_recognised_by_the_first_identifier_that_is_not_the_states() {
        house.takes(bundle("""
                        {"resourceType": "Patient",
                         "identifier": [
                           {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "999-00-1111"},
                           {"system": "https://records.example.org/patients", "value": "p7"}], %s, %s}""".formatted(NAMED, REACHABLE)));

        assertThat(house.chart().sourceSystem()).isEqualTo("https://records.example.org/patients");
        assertThat(house.chart().sourceId()).isEqualTo("p7");
    }

    @Test
    void keeps_medical_identifiers_only_and_counts_the_others() {
        var report = house.takes(bundle("""
                {"resourceType": "Patient",
                 "identifier": [
                   {"system": "https://records.example.org/patients", "value": "p7"},
                   {"system": "urn:oid:1.2.3", "value": "S1", "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "DL"}]}},
                   {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "999-00-1111"}], %s, %s}""".formatted(NAMED, REACHABLE)));

        assertThat(house.chart().patient().identifiers())
                .containsExactly(new Identifier("https://records.example.org/patients", "p7"));
        assertThat(report.adjusted()).containsEntry("patient/identifier_left_out", 2);
    }

    @ParameterizedTest
    @CsvSource({
        "555-123-4567,US,+15551234567",
        "(555) 123-4567 x12,US,+15551234567",
        "1-555-123-4567,United States,+15551234567",
        "+49 30 1234567,DE,+49301234567",
        "0049 30 1234567,,+49301234567"
    })
    void owns_the_access_and_is_reached_by_telephone(String written, String country, String e164) {
        String address = country == null ? "" : "\"address\": [{\"country\": \"" + country + "\"}],";
        house.takes(bundle(patient("%s %s \"telecom\": [{\"system\": \"phone\", \"value\": \"%s\"}]"
                .formatted(NAMED + ",", address, written))));

        assertThat(house.chart().owner().fullName()).isEqualTo("Ada1 Abbott774");
        assertThat(house.chart().owner().phone()).isEqualTo(e164);
        assertThat(house.chart().owner().email()).isNull();
    }

    @Test
    void is_reached_by_mobile_before_home_and_never_by_an_old_number() {
        house.takes(bundle(patient(NAMED + """
                , "telecom": [
                    {"system": "phone", "value": "+15550000001", "use": "old"},
                    {"system": "phone", "value": "+15550000002", "use": "home"},
                    {"system": "phone", "value": "+15550000003", "use": "mobile"}]""")));

        assertThat(house.chart().owner().phone()).isEqualTo("+15550000003");
    }

    @Test
    void without_any_contact_is_refused_because_nobody_could_open_the_chart() {
        assertThatThrownBy(() -> house.takes(bundle(
                        patient(NAMED + ", \"telecom\": [{\"system\": \"phone\", \"value\": \"030 1234567\"}]"))))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).faults(), InstanceOfAssertFactories.list(Fault.class))
                .extracting(Fault::code)
                .containsExactly("patient_without_contact");
        assertThat(house.charts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": [{\"given\": [\"Ada\"]}]|patient_without_name",
                "\"name\": [{\"family\": \"Abbott\"}]|patient_without_name",
                "\"gender\": \"female\"|patient_without_name",
                "\"name\": [{\"family\": \"Abbott\", \"given\": [\"Ada\"]}], \"birthDate\": \"2999-01-01\"|patient_birth_date",
                "\"name\": [{\"family\": \"Abbott\", \"given\": [\"Ada\"]}], \"birthDate\": \"1980-01-01\", \"deceasedDateTime\": \"1979-12-31\"|patient_death_date",
                "\"name\": [{\"family\": \"Abbott\", \"given\": [\"Ada\"]}], \"extension\": [{\"url\": \"http://hl7.org/fhir/StructureDefinition/patient-animal\", \"extension\": []}]|patient_is_an_animal",
                "\"name\": [{\"family\": \"Abbott\", \"given\": [\"Ada\"]}], \"birthDate\": \"1980-13-01\"|patient_malformed"
            })
    void that_cannot_be_kept_as_it_is_is_refused_by_name_of_the_reason(String facts, String code) {
        assertThatThrownBy(() -> house.takes(bundle(patient(facts + ", " + REACHABLE))))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).faults().get(0).code())
                .isEqualTo(code);
    }

    @Test
    void with_a_name_longer_than_the_limit_is_refused_not_cut() {
        String name = "\"name\": [{\"family\": \"" + "x".repeat(101) + "\", \"given\": [\"Ada\"]}]";
        assertThatThrownBy(() -> house.takes(bundle(patient(name + ", " + REACHABLE))))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("xxx")
                .extracting(e -> ((Refusal) e).faults().get(0).code())
                .isEqualTo("patient_name_too_long");
    }

    @Test
    void with_a_birth_year_only_comes_in_without_birth_date_and_says_so() {
        var report = house.takes(bundle(patient(NAMED + ", " + REACHABLE + ", \"birthDate\": \"1980\"")));

        assertThat(house.chart().patient().birthDate()).isNull();
        assertThat(report.adjusted()).containsEntry("patient/birth_date_incomplete", 1);
    }

    @Test
    void who_has_died_comes_in_with_the_day() {
        house.takes(
                bundle(patient(NAMED + ", " + REACHABLE + ", \"deceasedDateTime\": \"2020-05-06T23:30:00-05:00\"")));

        assertThat(house.chart().patient().deceasedOn()).isEqualTo(LocalDate.of(2020, 5, 6));
    }

    @Test
    void who_speaks_german_gets_messages_in_german() {
        house.takes(bundle(patient(NAMED + ", " + REACHABLE
                + ", \"communication\": [{\"language\": {\"coding\": [{\"code\": \"de-DE\"}]}}]")));

        assertThat(house.chart().owner().language()).isEqualTo("de");
    }
}

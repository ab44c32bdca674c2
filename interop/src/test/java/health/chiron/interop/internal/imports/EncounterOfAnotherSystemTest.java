package health.chiron.interop.internal.imports;

import static health.chiron.interop.internal.imports.Elsewhere.bundle;
import static health.chiron.interop.internal.imports.Elsewhere.encounter;
import static health.chiron.interop.internal.imports.Elsewhere.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import health.chiron.interop.api.ImportReport;
import health.chiron.records.api.IncomingChart.IncomingVisit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncounterOfAnotherSystemTest {
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private final House house = new House();

    private IncomingVisit visit(String facts) {
        house.takes(bundle(patient(), encounter("e1", facts)));
        return house.chart().visits().get(0);
    }

    private static String type(String code) {
        return "\"type\": [{\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"" + code
                + "\", \"display\": \"in words\"}]}]";
    }

    @Test
    void becomes_a_visit_with_time_duration_reason_and_diagnosis() {
        IncomingVisit visit = visit(type("185345009")
                + ", \"reasonCode\": [{\"coding\": [{\"display\": \"Sinusitis\"}]}, {\"text\": \"Cough\"}]");

        assertThat(visit.sourceId()).isEqualTo("e1");
        assertThat(visit.visitDate()).isEqualTo(Instant.parse("2024-03-01T08:00:00Z"));
        assertThat(visit.durationMinutes()).isEqualTo(45);
        assertThat(visit.reason()).isEqualTo("in words");
        assertThat(visit.diagnosis()).isEqualTo("Sinusitis; Cough");
    }

    @ParameterizedTest
    @CsvSource({
        "162673000,ROUTINE_CHECKUP",
        "185349003,ROUTINE_CHECKUP",
        "410620009,ROUTINE_CHECKUP",
        "390906007,FOLLOW_UP",
        "305408004,SURGERY",
        "33879002,VACCINATION",
        "50849002,EMERGENCY",
        "185347001,OTHER"
    })
    void has_its_type_by_snomed_code(String code, VisitType expected) {
        assertThat(visit(type(code)).visitType()).isEqualTo(expected);
    }

    @Test
    void for_a_check_up_of_a_known_problem_is_a_follow_up() {
        assertThat(visit(type("185349003") + ", \"reasonCode\": [{\"text\": \"Asthma\"}]")
                        .visitType())
                .isEqualTo(VisitType.FOLLOW_UP);
    }

    @Test
    void of_the_emergency_class_is_an_emergency_at_once() {
        house.takes(bundle(
                patient(), encounter("e1", type("185347001")).replace("\"code\": \"AMB\"", "\"code\": \"EMER\"")));
        IncomingVisit visit = house.chart().visits().get(0);

        assertThat(visit.visitType()).isEqualTo(VisitType.EMERGENCY);
        assertThat(visit.priority()).isEqualTo(VisitPriority.EMERGENCY);
    }

    @Test
    void names_practitioner_and_organisation_by_conditional_reference() {
        IncomingVisit visit = visit("""
                "participant": [
                  {"type": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "ADM"}]}],
                   "individual": {"reference": "Practitioner?identifier=%1$s|1", "display": "Dr. Admission"}},
                  {"type": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "PPRF"}]}],
                   "individual": {"reference": "Practitioner?identifier=%1$s|9999", "display": "Dr. Vito638 Barton704"}}],
                "serviceProvider": {"reference": "Organization?identifier=https://example.org/o|o1", "display": "Square Practice"}""".formatted(NPI));

        assertThat(visit.practitioner())
                .isEqualTo(house.practitioner(NPI, "9999"))
                .isNotNull();
        assertThat(visit.organization())
                .isEqualTo(house.organization("https://example.org/o", "o1"))
                .isNotNull();
        assertThat(house.asked())
                .extracting(incoming -> incoming.name())
                .contains("Dr. Vito638 Barton704", "Square Practice");
    }

    @Test
    void names_a_practitioner_of_the_same_file_by_url() {
        String practitioner = """
                {"resourceType": "Practitioner", "id": "pr1", "identifier": [{"system": "%s", "value": "77"}],
                 "name": [{"family": "Reilly981", "given": ["Gabriel934"], "prefix": ["Dr."]}]}""".formatted(NPI);
        house.takes(bundle(
                patient(),
                practitioner,
                encounter("e1", "\"participant\": [{\"individual\": {\"reference\": \"Practitioner/pr1\"}}]")));

        assertThat(house.chart().visits().get(0).practitioner())
                .isEqualTo(house.practitioner(NPI, "77"))
                .isNotNull();
        assertThat(house.asked()).extracting(incoming -> incoming.name()).containsExactly("Dr. Gabriel934 Reilly981");
    }

    @Test
    void asks_the_directory_once_for_a_practitioner_of_many_visits() {
        String who = "\"participant\": [{\"individual\": {\"reference\": \"Practitioner?identifier=" + NPI
                + "|9999\", \"display\": \"Dr. Barton\"}}]";
        ImportReport report = house.takes(bundle(patient(), encounter("e1", who), encounter("e2", who)));

        assertThat(house.asked()).hasSize(1);
        assertThat(report.created()).containsEntry("practitioner", 1);
    }

    @Test
    void with_a_practitioner_nobody_can_name_comes_in_without_and_says_so() {
        ImportReport report = house.takes(bundle(
                patient(),
                encounter("e1", "\"participant\": [{\"individual\": {\"reference\": \"Practitioner/gone\"}}]")));

        assertThat(house.chart().visits().get(0).practitioner()).isNull();
        assertThat(report.adjusted()).containsEntry("encounter/practitioner_unknown", 1);
    }

    @Test
    void that_cannot_be_taken_is_counted_by_reason_and_the_rest_comes_in() {
        ImportReport report = house.takes(bundle(
                patient(),
                encounter("e1", ""),
                encounter("e1", ""),
                encounter("e2", "").replace("finished", "planned"),
                encounter("e3", "").replace("2024-03-01T09:00:00+01:00", "2024-03"),
                encounter("e4", "").replace("2024-03-01T09", "2999-03-01T09"),
                encounter("e5", "").replace(Elsewhere.PATIENT_URL, "urn:uuid:somebody-else"),
                encounter("e6", "").replace("finished", "no such status")));

        assertThat(house.chart().visits()).extracting(IncomingVisit::sourceId).containsExactly("e1");
        assertThat(report.refused())
                .containsOnlyKeys(
                        "encounter/twice_in_file",
                        "encounter/not_finished",
                        "encounter/no_start_time",
                        "encounter/in_the_future",
                        "encounter/patient_not_in_file",
                        "encounter/malformed")
                .allSatisfy((reason, number) -> assertThat(number).isEqualTo(1));
    }

    @Test
    void longer_than_a_year_comes_in_without_duration_and_says_so() {
        ImportReport report =
                house.takes(bundle(patient(), encounter("e1", "").replace("2024-03-01T09:45", "2026-03-01T09:45")));

        assertThat(house.chart().visits().get(0).durationMinutes()).isNull();
        assertThat(report.adjusted()).containsEntry("encounter/duration_left_out", 1);
    }
}

package health.chiron.interop.internal.imports;

import static health.chiron.interop.internal.imports.Elsewhere.bundle;
import static health.chiron.interop.internal.imports.Elsewhere.condition;
import static health.chiron.interop.internal.imports.Elsewhere.patient;
import static health.chiron.interop.internal.imports.Elsewhere.status;
import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.Severity;
import health.chiron.interop.api.ImportReport;
import health.chiron.records.api.IncomingChart.IncomingCondition;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionOfAnotherSystemTest {
    private final House house = new House();

    private static String clinical(String code) {
        return "\"clinicalStatus\": " + status("condition-clinical", code);
    }

    private IncomingCondition condition1(String facts) {
        house.takes(bundle(patient(), condition("c1", facts)));
        return house.chart().conditions().get(0);
    }

    @Test
    void becomes_an_entry_of_the_problem_list() {
        IncomingCondition condition =
                condition1(clinical("active") + ", \"onsetDateTime\": \"2020-01-02T23:00:00-05:00\"");

        assertThat(condition)
                .isEqualTo(new IncomingCondition(
                        "c1",
                        "Hypertension",
                        ConditionStatus.ACTIVE,
                        null,
                        LocalDate.of(2020, 1, 2),
                        null,
                        null,
                        "38341003",
                        "Hypertension (disorder)"));
    }

    @ParameterizedTest
    @CsvSource({
        "active,ACTIVE",
        "recurrence,RECURRENCE",
        "relapse,RELAPSE",
        "inactive,INACTIVE",
        "remission,INACTIVE",
        "resolved,RESOLVED"
    })
    void stands_where_it_stood(String fhir, ConditionStatus expected) {
        assertThat(condition1(clinical(fhir)).status()).isEqualTo(expected);
    }

    @Test
    void that_is_resolved_ends_on_the_day_of_its_abatement() {
        assertThat(condition1(clinical("resolved") + ", \"abatementDateTime\": \"2021-05-06T10:00:00Z\"")
                        .endDate())
                .isEqualTo(LocalDate.of(2021, 5, 6));
    }

    @Test
    void that_is_not_resolved_has_no_end_and_the_report_says_so() {
        ImportReport report = house.takes(
                bundle(patient(), condition("c1", clinical("remission") + ", \"abatementDateTime\": \"2021-05-06\"")));

        assertThat(house.chart().conditions().get(0).endDate()).isNull();
        assertThat(report.adjusted()).containsEntry("condition/end_left_out", 1);
    }

    @Test
    void without_status_is_over_when_it_has_an_end() {
        assertThat(condition1("\"abatementDateTime\": \"2021-05-06\"").status()).isEqualTo(ConditionStatus.RESOLVED);
    }

    @Test
    void keeps_its_icd_10_code_and_severity() {
        house.takes(
                bundle(
                        patient(),
                        condition(
                                        "c1",
                                        "\"severity\": {\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"24484000\"}]}")
                                .replace(
                                        "\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"38341003\"",
                                        "\"coding\": [{\"system\": \"http://hl7.org/fhir/sid/icd-10-cm\", \"code\": \"I10\"}, {\"system\": \"http://snomed.info/sct\", \"code\": \"38341003\"")));

        IncomingCondition condition = house.chart().conditions().get(0);
        assertThat(condition.icd10Code()).isEqualTo("I10");
        assertThat(condition.snomedCode()).isEqualTo("38341003");
        assertThat(condition.severity()).isEqualTo(Severity.SEVERE);
    }

    @Test
    void that_cannot_be_taken_is_counted_by_reason_and_the_rest_comes_in() {
        ImportReport report = house.takes(bundle(
                patient(),
                condition("c1", clinical("active")),
                condition("c1", clinical("active")),
                condition("c2", "\"verificationStatus\": " + status("condition-ver-status", "entered-in-error")),
                condition(
                        "c3",
                        clinical("resolved")
                                + ", \"onsetDateTime\": \"2020-01-02\", \"abatementDateTime\": \"2019-01-02\""),
                condition("c4", clinical("no such status")),
                condition("c5", clinical("active"))
                        .replace(", \"display\": \"Hypertension (disorder)\"", "")
                        .replace("\"text\": \"Hypertension\"", "\"id\": \"x\"")));

        assertThat(house.chart().conditions())
                .extracting(IncomingCondition::sourceId)
                .containsExactly("c1");
        assertThat(report.refused())
                .containsOnlyKeys(
                        "condition/twice_in_file",
                        "condition/not_so",
                        "condition/ends_before_onset",
                        "condition/status_unknown",
                        "condition/no_text");
    }

    @Test
    void with_a_text_longer_than_the_limit_is_shortened_and_the_report_says_so() {
        ImportReport report = house.takes(bundle(
                patient(),
                condition("c1", clinical("active")).replace("\"Hypertension\"", "\"" + "y".repeat(600) + "\"")));

        assertThat(house.chart().conditions().get(0).diagnosis()).hasSize(500).endsWith("…");
        assertThat(report.adjusted()).containsEntry("condition/diagnosis_shortened", 1);
    }
}

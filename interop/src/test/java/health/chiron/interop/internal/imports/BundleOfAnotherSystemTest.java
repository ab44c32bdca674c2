package health.chiron.interop.internal.imports;

import static health.chiron.interop.internal.imports.Elsewhere.bundle;
import static health.chiron.interop.internal.imports.Elsewhere.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.interop.api.ImportReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleOfAnotherSystemTest {
    private final House house = new House();

    @Test
    void counts_what_is_not_taken_yet_by_type() {
        ImportReport report = house.takes(bundle(
                patient(),
                "{\"resourceType\": \"Observation\", \"valueString\": \"x\"}",
                "{\"id\": \"type comes last\", \"contained\": [{\"resourceType\": \"Patient\"}], \"resourceType\": \"Observation\"}",
                "{\"resourceType\": \"Claim\"}"));

        assertThat(report.notTaken()).isEqualTo(Map.of("Observation", 2, "Claim", 1));
        assertThat(house.charts()).hasSize(1);
    }

    @Test
    void never_makes_a_word_of_the_file_a_key_of_the_report() {
        ImportReport report = house.takes(bundle(patient(), "{\"resourceType\": \"Ada Abbott, born 1980\"}"));

        assertThat(report.notTaken()).isEqualTo(Map.of("unknown", 1));
    }

    @Test
    void counts_entries_without_a_resource() {
        String content = bundle(patient())
                .replace("\"entry\": [", "\"entry\": [{\"fullUrl\": \"x\"}, 7, [8], {\"resource\": {}},");

        assertThat(house.takes(content).refused()).isEqualTo(Map.of("entry/no_resource", 4));
        assertThat(house.charts()).hasSize(1);
    }

    @Test
    void may_hold_practitioners_and_organisations_only() {
        ImportReport report = house.takes(bundle(
                """
                {"resourceType": "Organization", "identifier": [{"system": "https://example.org/o", "value": "o1"}],
                 "name": "Fitchburg Outpatient Clinic", "telecom": [{"system": "phone", "value": "978-342-9781 Or 978-342-9782"}],
                 "address": [{"line": ["881 Main Street"], "city": "Fitchburg", "state": "MA", "postalCode": "01420"}]}""",
                "{\"resourceType\": \"Organization\", \"name\": \"Nobody gave it an id\"}",
                "{\"resourceType\": \"Practitioner\", \"identifier\": [{\"system\": \"s\", \"value\": \"v\"}]}"));

        assertThat(report.created()).isEqualTo(Map.of("organization", 1));
        assertThat(report.refused()).isEqualTo(Map.of("organization/no_id", 1, "practitioner/no_name", 1));
        assertThat(house.asked().get(0).phone()).isEqualTo("978-342-9781 Or 978-342-9782");
        assertThat(house.asked().get(0).detail()).isEqualTo("881 Main Street, Fitchburg, MA, 01420");
    }

    @Test
    void is_understood_in_any_order_of_its_entries() {
        house.takes(bundle(Elsewhere.encounter("e1", ""), Elsewhere.condition("c1", ""), patient()));

        assertThat(house.chart().visits()).hasSize(1);
        assertThat(house.chart().conditions()).hasSize(1);
    }

    @Test
    void keeps_the_charts_of_several_patients_apart() {
        String second = "urn:uuid:00000000-0000-4000-8000-000000000002";
        String other = "{\"fullUrl\": \"" + second + "\", \"resource\": "
                + patient().replace("\"p1\"", "\"p2\"") + "}, {\"resource\": "
                + Elsewhere.encounter("e2", "").replace(Elsewhere.PATIENT_URL, second) + "}";
        String content = bundle(patient(), Elsewhere.encounter("e1", ""));
        house.takes(content.substring(0, content.length() - 2) + "," + other + "]}");

        assertThat(house.charts()).extracting(chart -> chart.sourceId()).containsExactly("p1", "p2");
        assertThat(house.charts())
                .extracting(chart -> chart.visits().get(0).sourceId())
                .containsExactly("e1", "e2");
    }
}

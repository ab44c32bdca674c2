package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of the patients whom somebody reaches: the same however many there are in the house, and whichever way it is read. */
class ListingPatientsIT {
    private static Scene scene;
    private static List<String> reached;

    @BeforeAll
    static void a_doctor_reaches_five_of_seven() {
        scene = Scene.open();
        reached = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Scene.Chart dog = scene.dog();
            scene.openTo(dog);
            reached.add(dog.id());
        }
        Scene.Chart asked = scene.dog();
        scene.ask(asked);
        Scene.Chart closed = scene.dog();
        for (Scene.Chart dog : List.of(asked, closed)) {
            Rows.change(
                    "UPDATE access.registration SET ends_at = ends_at - interval '3 days' WHERE patient_id = ?::uuid",
                    dog.id());
        }
        reached.add(asked.id());
    }

    /** The planner's own number comes back with the next ANALYZE. */
    @AfterAll
    static void the_number_of_patients_is_as_it_was() {
        Rows.change(
                "UPDATE pg_class SET reltuples = (SELECT count(*) FROM records.patient) WHERE oid = 'records.patient'::regclass");
    }

    @Test
    void a_short_way_and_a_long_one_lead_to_the_same_list() {
        List<JsonNode> walked = pages(1);
        List<JsonNode> gathered = pages(1_000_000);

        assertThat(walked).isEqualTo(gathered);
        assertThat(walked.stream().map(each -> each.path("identity").path("id").asText()))
                .containsExactlyInAnyOrderElementsOf(reached);
        assertThat(walked.stream().map(each -> each.path("relationship").asText()))
                .containsOnly("grant", "request");
    }

    @Test
    void an_end_beyond_the_last_page_is_an_empty_page_with_the_total() {
        believe(1);

        JsonNode page =
                scene.doctor.get("/patients?limit=2&offset=40").mustBe(200).json();

        assertThat(page.path("total").asInt()).isEqualTo(reached.size());
        assertThat(page.path("patients")).isEmpty();
    }

    private static List<JsonNode> pages(long patientsInTheHouse) {
        believe(patientsInTheHouse);
        List<JsonNode> all = new ArrayList<>();
        for (int offset = 0; offset < reached.size(); offset += 2) {
            JsonNode page = scene.doctor
                    .get("/patients?limit=2&offset=" + offset)
                    .mustBe(200)
                    .json();
            assertThat(page.path("total").asInt()).isEqualTo(reached.size());
            page.path("patients").forEach(all::add);
        }
        return all;
    }

    /** How many patients the house seems to have decides how the list is read. */
    private static void believe(long patients) {
        Rows.change("UPDATE pg_class SET reltuples = ? WHERE oid = 'records.patient'::regclass", patients);
    }
}

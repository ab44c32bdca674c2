package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Auditors look for anything, a clinic's administrator in the clinic's name, an owner for what concerns the patient (check 70). */
class SearchingTheLogIT {
    private static final String LATELY = "from=2026-01-01&until=2099-12-31";

    private static Scene scene;
    private static Scene.Chart dog;
    private static String grant;

    @BeforeAll
    static void something_was_done() {
        scene = Scene.open();
        dog = scene.dog();
        grant = scene.openTo(dog);
        scene.signed(dog);
        scene.otherDoctor.get("/patients/" + dog.id() + "/chart").mustBe(403);
        dog.owner().get("/patients/" + dog.id()).mustBe(200);
        // In every column there is more than one value, and some of the rows are not the last ones.
        Portal far = House.get().portal().from("127.0.7.70").mustSignIn(scene.username("doc"), Scene.PASSWORD);
        assertThat(far.get("chart?patient=" + dog.id()).status()).isEqualTo(200);
        Scene elsewhere = Scene.open();
        elsewhere.openTo(dog);
        elsewhere.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
    }

    private static List<JsonNode> entries(Api who, String path) {
        return StreamSupport.stream(
                        who.get(path).mustBe(200).json().path("entries").spliterator(), false)
                .toList();
    }

    private static List<String> values(List<JsonNode> entries, String field) {
        return entries.stream().map(entry -> entry.path(field).asText()).toList();
    }

    @Test
    void every_filter_leaves_what_fits_and_all_of_it() {
        String rows = "SELECT count(*) FROM audit.event WHERE patient_id = '" + dog.id() + "' AND ";
        Map.of(
                        "grant_id=" + grant,
                        "grant_id = '" + grant + "'",
                        "account_id=" + scene.doctorId,
                        "account_id = '" + scene.doctorId + "'",
                        "clinic_id=" + scene.clinic,
                        "clinic_id = '" + scene.clinic + "'",
                        "action=sign",
                        "action = 'SIGN'",
                        "category=visits",
                        "category = 'VISITS'",
                        "outcome=denied",
                        "outcome = 'DENIED'",
                        "relationship=owner",
                        "relationship = 'OWNER'",
                        "channel=api",
                        "channel = 'API'",
                        "address=127.0.0.1",
                        "address = '127.0.0.1'")
                .forEach((filter, condition) -> {
                    long expected = Rows.count(rows + condition);
                    Answer found = scene.auditor
                            .get("/audit?limit=200&patient_id=" + dog.id() + "&" + filter)
                            .mustBe(200);
                    // Something fits, and something does not.
                    assertThat(expected).as(filter).isBetween(1L, Rows.count(rows + "true") - 1);
                    assertThat(found.json().path("total").asLong()).as(filter).isEqualTo(expected);
                    assertThat(found.json().path("entries")).as(filter).hasSize((int) expected);
                });
    }

    @Test
    void an_auditor_finds_somebody_by_name_or_sign_in_name_to_narrow_the_log_to() {
        String found = scene.auditor
                .get("/activity/people?search=" + scene.username("doc").toUpperCase(java.util.Locale.ROOT))
                .mustBe(200)
                .text("people/0/id");

        assertThat(found).isEqualTo(scene.doctorId);
        assertThat(scene.auditor.get("/activity/people?search=x").mustBe(400).fields())
                .containsExactly("search");
        scene.boss.get("/activity/people?search=doc").mustBe(403);
    }

    @Test
    void a_request_id_finds_the_rows_of_that_request() {
        Answer call = scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        String request = call.headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(values(entries(scene.auditor, "/audit?request_id=" + request), "operation"))
                .containsExactly("Chart.summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "clinic", "action", "category", "relationship", "outcome", "channel", "address"})
    void each_column_sorts_both_ways(String column) {
        String field = Map.of("person", "who", "clinic", "clinic_name").getOrDefault(column, column);
        // Reading this patient's log adds to it: both orders are of what was there before.
        // To the microsecond: what was done within the last second must not be missing.
        String until =
                Rows.text("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        String path = "/audit?limit=200&patient_id=" + dog.id() + "&until=" + until + "&sort=" + column;
        List<String> up = values(entries(scene.auditor, path + "&order=asc"), field).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        List<String> down = values(entries(scene.auditor, path + "&order=desc"), field).stream()
                .filter(value -> !value.isEmpty())
                .toList();

        assertThat(up).isEqualTo(up.stream().sorted(byDatabase()).toList());
        // A column that says the same in every row is sorted in any order.
        assertThat(new TreeSet<>(up)).hasSizeGreaterThan(1);
        assertThat(down).isEqualTo(up.reversed());
    }

    // The database may collate names otherwise than Java; equal neighbours in its order are enough here.
    private static java.util.Comparator<String> byDatabase() {
        return (a, b) -> Rows.text("SELECT CASE WHEN ? < ? THEN '-1' WHEN ? = ? THEN '0' ELSE '1' END", a, b, a, b)
                        .equals("-1")
                ? -1
                : a.equals(b) ? 0 : 1;
    }

    /** Of one doctor's looks at two patients in turn: sorted by anything else, they are mixed. */
    @Test
    void the_patient_sorts_as_well() {
        Scene.Chart cat = scene.dog();
        scene.openTo(cat, scene.otherDoctorId, List.of());
        scene.openTo(dog, scene.otherDoctorId, List.of());
        for (Scene.Chart one : List.of(dog, cat, dog, cat)) {
            scene.otherDoctor.get("/patients/" + one.id() + "/chart").mustBe(200);
        }
        String path = "/audit?limit=200&category=chart&account_id=" + scene.otherDoctorId + "&sort=patient&order=";
        List<String> up = values(entries(scene.auditor, path + "asc"), "patient_id");
        List<String> down = values(entries(scene.auditor, path + "desc"), "patient_id");
        assertThat(new TreeSet<>(up)).contains(dog.id(), cat.id());
        assertThat(up).isSorted().isNotEqualTo(down);
        assertThat(down).isEqualTo(up.reversed());
    }

    @Test
    void time_sorts_oldest_first_as_well() {
        List<String> times =
                values(entries(scene.auditor, "/audit?order=asc&limit=200&patient_id=" + dog.id()), "occurred_at");

        assertThat(times).isSorted().hasSizeGreaterThan(5);
    }

    @Test
    void the_whole_log_is_sorted_by_a_column_only_within_a_span() {
        assertThat(scene.auditor.get("/audit?sort=person").mustBe(400).fields()).containsExactly("from");
        scene.auditor.get("/audit?sort=person&" + LATELY).mustBe(400);
        scene.auditor.get("/audit?sort=person&from=2026-10-01&until=2026-12-31").mustBe(200);
    }

    @Test
    void a_clinics_administrator_finds_what_was_done_in_its_name_and_nothing_else() {
        Scene other = Scene.open();
        Scene.Chart cat = other.dog();
        String path = "/clinics/" + scene.clinic + "/audit?limit=200&patient_id=";

        assertThat(values(entries(scene.boss, path + dog.id()), "clinic_name"))
                .isNotEmpty()
                .containsOnly("Clinic "
                        + Rows.text("SELECT name FROM access.clinic WHERE id = ?::uuid", scene.clinic)
                                .replace("Clinic ", ""));
        assertThat(entries(scene.boss, path + cat.id())).isEmpty();
        other.boss.get("/clinics/" + scene.clinic + "/audit").mustBe(404);
    }

    @Test
    void an_owner_finds_who_read_what_under_which_grant_without_their_addresses() {
        List<JsonNode> found = entries(dog.owner(), "/patients/" + dog.id() + "/audit?limit=200&grant_id=" + grant);

        assertThat(found).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.path("grant_id").asText()).isEqualTo(grant);
            assertThat(entry.has("address")).isFalse();
        });
        dog.owner().get("/patients/" + dog.id() + "/audit?sort=address").mustBe(400);
        dog.owner().get("/patients/" + dog.id() + "/audit?address=127.0.0.1").mustBe(400);
    }

    @Test
    void an_export_holds_every_row_and_no_formula() {
        Scene.Chart cat = scene.dog();
        Rows.change(
                "UPDATE access.account SET full_name = '=cmd|''/c calc''!A1, \"x\"' WHERE id = ?::uuid",
                scene.otherDoctorId);
        String open = scene.openTo(cat, scene.otherDoctorId, List.of());
        scene.otherDoctor.get("/patients/" + cat.id() + "/chart").mustBe(200);
        Answer export = scene.auditor.get("/audit/export?grant_id=" + open).mustBe(200);

        assertThat(export.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(export.text().lines().count())
                .isEqualTo(1 + Rows.count("SELECT count(*) FROM audit.event WHERE grant_id = ?::uuid", open));
        assertThat(export.text()).contains("\"'=cmd|'/c calc'!A1, \"\"x\"\"\"").endsWith("\r\n");
        assertThat(outcome(export)).isEqualTo("EXPORT AUDIT PERMITTED");
    }

    @Test
    void an_export_of_several_parts_has_each_row_once() {
        int many = 4_100;
        PastRows.looks(scene.doctorId, scene.clinic, java.time.Instant.parse("2026-03-02T09:00:00Z"), many);
        String export = scene.auditor
                .get("/audit/export?from=2026-03-02&until=2026-03-02&account_id=" + scene.doctorId)
                .mustBe(200)
                .text();

        assertThat(export.lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[6])
                        .collect(java.util.stream.Collectors.toSet()))
                .hasSize(many);
        assertThat(export.lines().count()).isEqualTo(1 + many);
    }

    @Test
    void nobody_else_searches_exports_or_looks_from_above() {
        for (Api who : Stream.of(
                        scene.doctor,
                        scene.desk,
                        scene.boss,
                        dog.owner(),
                        House.get().administrator())
                .toList()) {
            for (String path : List.of(
                    "/audit", "/audit/export", "/audit/heads", "/audit/oversight?from=2026-11-01&until=2026-11-02")) {
                who.get(path).mustBe(403);
            }
        }
    }

    @Test
    void reading_and_verifying_the_log_leave_their_rows_too() {
        for (String path : List.of("/audit?limit=1", "/audit/heads", "/audit/disclosures?patient_id=" + dog.id())) {
            assertThat(outcome(scene.auditor.get(path).mustBe(200))).as(path).isEqualTo("READ AUDIT PERMITTED");
        }
        assertThat(outcome(scene.auditor.post("/audit/verify", null).mustBe(200)))
                .isEqualTo("VERIFY AUDIT PERMITTED");
        assertThat(outcome(scene.desk.get("/audit").mustBe(403))).isEqualTo("READ AUDIT DENIED");
    }

    @Test
    void an_auditor_who_looks_for_a_patient_stands_in_the_log_of_that_patient() {
        scene.auditor.get("/audit?patient_id=" + dog.id()).mustBe(200);

        assertThat(values(entries(dog.owner(), "/patients/" + dog.id() + "/audit?limit=1"), "kind"))
                .containsExactly("auditor");
    }

    @Test
    void the_activity_log_has_sign_ins_and_no_patient() {
        Answer log = House.get().administrator().get("/activity?limit=200").mustBe(200);
        assertThat(log.text()).doesNotContain("patient");
        assertThat(new TreeSet<>(values(entries(House.get().administrator(), "/activity?limit=200"), "category")))
                .isSubsetOf("accounts", "clinics", "directory", "doctors", "own_account", "people", "policy");
    }

    @Test
    void everybody_finds_the_own_sign_ins_with_address_and_outcome() {
        House.get()
                .anybody()
                .post("/auth/token", Map.of("username", scene.username("doc"), "password", "wrong-" + Scene.PASSWORD));
        List<JsonNode> own = entries(scene.doctor, "/activity/own?limit=200");

        assertThat(own)
                .allSatisfy(
                        entry -> assertThat(entry.path("account_id").asText()).isEqualTo(scene.doctorId));
        assertThat(values(own, "outcome")).contains("permitted", "denied");
        assertThat(values(own, "address")).contains("127.0.0.1");
    }

    private static String outcome(Answer answer) {
        return Rows.text(
                "SELECT string_agg(DISTINCT action || ' ' || category || ' ' || outcome, ',') FROM audit.event WHERE request_id = ?",
                answer.headers().firstValue("X-Request-Id").orElseThrow());
    }
}

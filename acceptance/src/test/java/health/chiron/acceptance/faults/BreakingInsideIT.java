package health.chiron.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ServerLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever breaks deep inside, the answer says nothing of the inside, the log says where and nothing of the patient, and the house
 * goes on serving (check 62). The faults are made in the database, by a superuser; each quotes what was sent.
 */
class BreakingInsideIT {
    /** Stands in every value that is sent. */
    private static final String CANARY = "Zwölfkanarien";

    /** Where a form takes digits only. */
    private static final String CHIP = "276098100000001";

    private static final List<String> INSIDE = List.of(
            "Exception",
            "java.",
            "org.",
            "jakarta",
            "eclipse",
            "postgres",
            "SQL",
            "records.",
            "audit.",
            "constraint",
            "Payara",
            "\tat ",
            "18.6",
            "7.2025");

    private static Scene scene;
    private static Scene.Chart dog;
    private static String visit;
    private static Portal doctor;

    private ServerLog log;

    @BeforeAll
    static void a_doctor_at_work() {
        scene = Scene.open();
        dog = scene.dog();
        scene.openTo(dog);
        visit = scene.draft(dog).text("id");
        doctor = House.get().portal().mustSignIn(scene.username("doc"), Scene.PASSWORD);
        Rows.change(
                "CREATE FUNCTION ops.breaks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken over %', NEW::text; END $$");
    }

    @BeforeEach
    void a_log() {
        log = ServerLog.fromHere();
    }

    @AfterEach
    void the_house_goes_on_serving() {
        scene.doctor.get("/medical-records/" + visit).mustBe(200);
        assertThat(doctor.get("visit?id=" + visit).status()).isEqualTo(200);
        House.get().anybody().get("/health").mustBe(200);
        assertThat(log.text()).doesNotContain(CANARY, dog.mail(), Scene.PASSWORD);
    }

    @Test
    void the_database_refuses_a_row_that_the_mapping_writes() {
        broken(
                "CREATE TRIGGER breaks BEFORE INSERT ON records.visit FOR EACH ROW EXECUTE FUNCTION ops.breaks()",
                "DROP TRIGGER breaks ON records.visit",
                () -> post("/patients/" + dog.id() + "/records"));
    }

    @Test
    void a_constraint_that_nobody_expects_refuses_a_row() {
        broken(
                "ALTER TABLE records.visit ADD CONSTRAINT nobody_expects CHECK (symptoms NOT LIKE '%kanarien%') NOT VALID",
                "ALTER TABLE records.visit DROP CONSTRAINT nobody_expects",
                () -> post("/patients/" + dog.id() + "/records"));
    }

    @Test
    void a_right_was_taken_away_from_the_application() {
        broken(
                "REVOKE SELECT ON records.patient FROM chiron_app",
                "GRANT SELECT ON records.patient TO chiron_app",
                () -> send("GET", "/patients/" + dog.id() + "/banner?", null));
    }

    @Test
    void a_view_finds_a_word_that_it_does_not_know() {
        whileTheVisitHasAnUnknownWord(() -> assertBroken(send("GET", "/medical-records/" + visit, null)));
    }

    @Test
    void an_aggregate_cannot_be_loaded() {
        String etag = scene.doctor.get("/medical-records/" + visit).mustBe(200).etag();
        whileTheVisitHasAnUnknownWord(() -> assertBroken(scene.doctor.send(
                "PUT",
                "/medical-records/" + visit,
                note(),
                Map.of("If-Match", etag, "X-Request-Id", "broken-" + UUID.randomUUID()))));
    }

    @Test
    void the_audit_row_cannot_be_written_and_then_nothing_is_shown() {
        String id = "broken-" + UUID.randomUUID();
        Answer answer;
        Rows.change("CREATE TRIGGER breaks BEFORE INSERT ON audit.event FOR EACH ROW WHEN (NEW.request_id = '" + id
                + "') EXECUTE FUNCTION ops.breaks()");
        try {
            answer = scene.desk.send("GET", "/patients/" + dog.id() + "/banner", null, Map.of("X-Request-Id", id));
        } finally {
            Rows.change("DROP TRIGGER breaks ON audit.event");
        }
        assertBroken(answer);
        assertThat(answer.text()).doesNotContain("Rex", dog.id());
    }

    @Test
    void a_page_of_the_portal_cannot_be_loaded() {
        whileTheVisitHasAnUnknownWord(() -> assertFriendly(doctor.get("visit?id=" + visit)));
    }

    @Test
    void a_form_of_the_portal_cannot_be_done() {
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        Map<String, String> form = desk.get("find").form("chip");
        form.putAll(Map.of("chip:microchip", CHIP, "chip:findChip", ""));
        Portal.Page answer;
        Rows.change("ALTER FUNCTION policy.find_patient(text, text, text) RENAME TO find_patient_away");
        try {
            answer = desk.post("find", form);
        } finally {
            Rows.change("ALTER FUNCTION policy.find_patient_away(text, text, text) RENAME TO find_patient");
        }
        assertFriendly(answer);
        assertThat(answer.text() + log.text()).doesNotContain(CHIP);
    }

    @Test
    void the_portal_cannot_even_tell_who_looks() {
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        Portal.Page answer;
        Rows.change("ALTER TABLE access.account DROP CONSTRAINT account_theme_check");
        Rows.change("UPDATE access.account SET theme = ? WHERE username = ?", CANARY, scene.username("desk"));
        try {
            answer = desk.get("desk");
        } finally {
            Rows.change("UPDATE access.account SET theme = 'AUTO' WHERE username = ?", scene.username("desk"));
            Rows.change(
                    "ALTER TABLE access.account ADD CONSTRAINT account_theme_check CHECK (theme IN ('AUTO','LIGHT','DARK'))");
        }
        assertFriendly(answer);
        assertThat(desk.get("desk").status()).isEqualTo(200);
    }

    private void whileTheVisitHasAnUnknownWord(Runnable what) {
        Rows.change("ALTER TABLE records.visit DROP CONSTRAINT visit_visit_type_check");
        Rows.change("UPDATE records.visit SET visit_type = ? WHERE id = ?::uuid", CANARY, visit);
        try {
            what.run();
        } finally {
            Rows.change("UPDATE records.visit SET visit_type = 'ROUTINE_CHECKUP' WHERE id = ?::uuid", visit);
            Rows.change("ALTER TABLE records.visit ADD CONSTRAINT visit_visit_type_check CHECK (visit_type IN"
                    + " ('ROUTINE_CHECKUP','EMERGENCY','SURGERY','VACCINATION','FOLLOW_UP','OTHER'))");
        }
    }

    private void broken(String fault, String repair, Supplier<Answer> call) {
        Answer answer;
        Rows.change(fault);
        try {
            answer = call.get();
        } finally {
            Rows.change(repair);
        }
        assertBroken(answer);
    }

    private static Answer post(String path) {
        return send("POST", path, note());
    }

    private static Answer send(String method, String path, Object body) {
        return scene.doctor.send(method, path, body, Map.of("X-Request-Id", "broken-" + UUID.randomUUID()));
    }

    private static Map<String, Object> note() {
        return Map.of(
                "visit_type",
                "surgery",
                "visit_date",
                "2026-11-20T10:00:00Z",
                "chief_complaint",
                CANARY + " limps",
                "symptoms",
                CANARY + " is warm",
                "diagnosis",
                CANARY);
    }

    private void assertBroken(Answer answer) {
        answer.mustBe(500);
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).startsWith("broken-");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("unexpected");
        assertThat(answer.text("request_id")).isEqualTo(id);
        assertSaysNothing((answer.text() + answer.headers().map().values()).replace(id, ""));
        assertThat(log.await("request " + id + " failed: ")).doesNotContain(CANARY);
    }

    private void assertFriendly(Portal.Page page) {
        assertThat(page.status()).as(page.text()).isEqualTo(500);
        String id = page.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(page.text()).contains("Something went wrong", "<code>" + id + "</code>");
        assertSaysNothing((page.text() + page.headers().map().values()).replace(id, ""));
        assertThat(log.await("request " + id + " failed: ")).doesNotContain(CANARY);
    }

    private static void assertSaysNothing(String text) {
        assertThat(INSIDE).noneSatisfy(word -> assertThat(text).contains(word));
        assertThat(text).doesNotContain(CANARY);
    }
}

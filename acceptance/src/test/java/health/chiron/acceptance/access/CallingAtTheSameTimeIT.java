package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Twenty people over the same few connections, threads and pooled database connections: nobody is taken for another (check 11). */
class CallingAtTheSameTimeIT {
    private static final int PEOPLE = 20;
    private static final int CALLS = 200;

    private static final List<Scene.Chart> CHARTS = new ArrayList<>();

    @BeforeAll
    static void everybody_owns_a_patient() {
        Scene scene = Scene.open();
        for (int i = 0; i < PEOPLE; i++) {
            CHARTS.add(scene.dog());
        }
    }

    @Test
    void each_answer_is_the_caller_s_own() {
        Instant start = Instant.now();
        AtomicInteger next = new AtomicInteger();

        List<List<String>> mixedUp = Race.of(PEOPLE, () -> calls(next.getAndIncrement()));

        assertThat(mixedUp.stream().flatMap(List::stream)).isEmpty();
        assertThat(rows(start, "true")).as("rows of the log").isGreaterThanOrEqualTo(PEOPLE * CALLS);
        assertThat(rows(start, "s.account_id <> e.account_id"))
                .as("rows under another's name")
                .isZero();
        assertThat(
                        rows(
                                start,
                                "e.outcome = 'PERMITTED' AND e.patient_id IS NOT NULL AND NOT EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = e.patient_id AND o.account_id = e.account_id)"))
                .as("patients shown to another owner")
                .isZero();
    }

    /**
     * Signing in writes its session for nobody yet: who still stands on the database connection then was left there by the transaction
     * before. A planted trigger takes note.
     */
    @Test
    void a_pooled_connection_carries_nobody_into_the_next_transaction() {
        for (String planted : List.of(
                "CREATE SCHEMA planted",
                "CREATE TABLE planted.carried (account text)",
                """
                CREATE FUNCTION planted.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                $$ BEGIN INSERT INTO planted.carried VALUES (coalesce(current_setting('chiron.account_id', true), '')); RETURN NEW; END $$""",
                "CREATE TRIGGER carried BEFORE INSERT ON access.session FOR EACH ROW EXECUTE FUNCTION planted.note()")) {
            Rows.change(planted);
        }
        try {
            AtomicInteger next = new AtomicInteger();
            Race.of(PEOPLE, () -> {
                Scene.Chart own = CHARTS.get(next.getAndIncrement());
                own.owner().get("/patients/" + own.id()).mustBe(200);
                return House.get().signIn(own.mail(), Scene.PASSWORD);
            });

            assertThat(Rows.texts("SELECT account FROM planted.carried"))
                    .hasSize(PEOPLE)
                    .containsOnly("");
        } finally {
            Rows.change("DROP SCHEMA planted CASCADE");
        }
    }

    private static long rows(Instant start, String which) {
        return Rows.count(
                "SELECT count(*) FROM audit.event e JOIN access.session s ON s.id = e.session_id WHERE e.occurred_at >= ?::timestamptz AND "
                        + which,
                start.toString());
    }

    /** What was wrong in the answers to one person. */
    private static List<String> calls(int person) {
        Scene.Chart own = CHARTS.get(person);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Scene.Chart other = CHARTS.get((person + 1 + i % (PEOPLE - 1)) % PEOPLE);
            switch (i % 5) {
                case 0 -> look(wrong, own, own.owner().get("/auth/me"), 200, own.mail());
                case 1 -> look(wrong, own, own.owner().get("/patients"), 200, own.id());
                case 2 -> look(wrong, own, own.owner().get("/patients/" + own.id()), 200, own.id());
                case 3 -> look(wrong, own, own.owner().get("/patients/" + own.id() + "/chart"), 200, own.id());
                default -> look(wrong, own, own.owner().get("/patients/" + other.id()), 404, "");
            }
        }
        return wrong;
    }

    private static void look(List<String> wrong, Scene.Chart own, Answer answer, int status, String text) {
        if (answer.status() != status || !answer.text().contains(text)) {
            wrong.add(own.id() + " got " + answer.status() + ": " + answer.text());
        }
        CHARTS.stream()
                .filter(chart -> !chart.id().equals(own.id()))
                .flatMap(chart -> Stream.of(chart.id(), chart.mail()))
                .filter(answer.text()::contains)
                .forEach(foreign -> wrong.add(own.id() + " got " + foreign));
    }
}

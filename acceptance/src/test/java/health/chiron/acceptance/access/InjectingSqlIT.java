package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Fingerprint;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.rest.ApiDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * SQL in every parameter and every text of every operation, sent by somebody whom the operation lets in (check 37): each is answered
 * as an ordinary word of the same length would be, the database never sees it as a statement, and what is kept is kept to the letter.
 */
class InjectingSqlIT {
    /** Half of what the texts ask the database to sleep. */
    private static final Duration TOO_LONG = Duration.ofSeconds(15);

    private static final AtomicInteger KEPT = new AtomicInteger();
    private static final RoleMatrix MATRIX = RoleMatrix.read();

    private static Cast cast;
    private static Errands errands;

    @BeforeAll
    static void everybody_is_there() {
        cast = new Cast();
        errands = new Errands(cast);
        errands.setBack();
    }

    @TestFactory
    Stream<DynamicTest> a_statement_is_answered_like_a_word() {
        return ApiDescription.operations().stream()
                .filter(operation -> !Injections.spots(operation).isEmpty())
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    RoleMatrix.Row row = easiest(operation.toString());
                    Cast.Player player = cast.player(somebody(row), row.state());
                    SoftAssertions all = new SoftAssertions();
                    for (Injections.Spot spot : Injections.spots(operation)) {
                        attack(all, row, player, spot);
                    }
                    all.assertAll();
                }));
    }

    private static void attack(SoftAssertions all, RoleMatrix.Row row, Cast.Player player, Injections.Spot spot) {
        Map<Integer, Answer> ordinary = new HashMap<>();
        boolean changes = !row.operation().startsWith("GET");
        // Where nothing is let in anyway, one sum over all tables for all texts says as much as one for each.
        String untouched = changes ? Fingerprint.now() : "";
        // Some calls have to be prepared, a draft, a program, a double entry: there each text has a sum of its own.
        boolean prepared = Stream.of("{record_id}", "{client_id}", "{invitation_id}", "/merge")
                .anyMatch(row.operation()::contains);
        boolean letIn = prepared;
        for (Injections.Text text : Injections.texts()) {
            Answer word =
                    ordinary.computeIfAbsent(text.harmless().length(), l -> send(row, player, spot, text.harmless()));
            letIn |= word.status() < 400;
            Errands.Call call = spot.with(errands.of(row.operation(), row.state()), text.value());
            String before = changes && letIn ? Fingerprint.now() : "";
            Instant start = Instant.now();
            Answer answer = call.by(player.api());
            Duration took = Duration.between(start, Instant.now());

            Supplier<String> where = () -> text.value() + " in " + spot + " answered " + answer.text();
            all.assertThat(took).as(where).isLessThan(TOO_LONG);
            all.assertThat(answer.status())
                    .as(where)
                    .satisfiesAnyOf(
                            status -> assertThat(status).isEqualTo(word.status()),
                            status -> assertThat(status == 400 && spot.isRefusedBy(answer))
                                    .isTrue());
            all.assertThat(answer.json().path("total"))
                    .as(where)
                    .isEqualTo(word.json().path("total"));
            all.assertThat(statementsWithTheText()).as(where).isZero();
            if (answer.status() < 400) {
                letIn = true;
                keptToTheLetter(all, where, answer.json(), spot.kept(), text.value());
            } else if (changes && letIn) {
                all.assertThat(Fingerprint.now()).as(where).isEqualTo(before);
            }
            if (changes) {
                errands.setBack();
            }
        }
        if (changes && !letIn) {
            all.assertThat(Fingerprint.now()).as("tables after " + spot).isEqualTo(untouched);
        }
    }

    private static Answer send(RoleMatrix.Row row, Cast.Player player, Injections.Spot spot, String text) {
        Answer answer =
                spot.with(errands.of(row.operation(), row.state()), text).by(player.api());
        errands.setBack();
        return answer;
    }

    /** What the application's connections did last; a text that went along as a value does not show there. */
    private static long statementsWithTheText() {
        return Rows.count(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'chiron_app' AND (query LIKE '%pg_sleep%' OR query LIKE '%code_tries; --%')");
    }

    private static void keptToTheLetter(
            SoftAssertions all, Supplier<String> where, JsonNode answer, String field, String text) {
        List<String> shown = field == null ? List.of() : answer.findValuesAsText(field);
        if (!shown.isEmpty()) {
            all.assertThat(shown).as(where).contains(text);
            KEPT.incrementAndGet();
        }
    }

    @AfterAll
    static void many_texts_were_kept() {
        assertThat(KEPT).hasValueGreaterThan(150);
    }

    /** The row in which most people get furthest. */
    private static RoleMatrix.Row easiest(String operation) {
        return MATRIX.rows().stream()
                .filter(row -> row.operation().equals(operation))
                .min(Comparator.comparing(row ->
                        row.statuses().values().stream().min(Integer::compare).orElseThrow()))
                .orElseThrow();
    }

    private static String somebody(RoleMatrix.Row row) {
        int best = row.statuses().values().stream().min(Integer::compare).orElseThrow();
        return Stream.concat(
                        Stream.of("doctor", "administrator"),
                        row.statuses().keySet().stream().sorted())
                .filter(actor -> row.statuses().get(actor) == best)
                .findFirst()
                .orElseThrow();
    }

    /** The document says nothing of what stands inside a file. */
    @Test
    void statements_in_an_imported_file_are_kept_to_the_letter() {
        for (Injections.Text text : Injections.texts()) {
            Answer report = cast.player("integrator", "any")
                    .api()
                    .send(
                            "POST",
                            "/imports?file_name=a.json",
                            Errands.bundle(text.value()),
                            Map.of("Content-Type", "application/fhir+json"))
                    .mustBe(200);

            String patient = report.text("patients/0");
            assertThat(Rows.texts(
                            "SELECT unnest(ARRAY[family_name, given_name]) FROM records.patient WHERE id = ?::uuid UNION ALL SELECT value FROM records.patient_identifier WHERE patient_id = ?::uuid UNION ALL SELECT diagnosis FROM records.condition WHERE patient_id = ?::uuid",
                            patient,
                            patient,
                            patient))
                    .hasSize(4)
                    .containsOnly(text.value());
            assertThat(statementsWithTheText()).isZero();
        }
    }

    /** In a search, the signs that stand for others are letters like any. */
    @Test
    void signs_that_stand_for_others_find_only_themselves() {
        Scene fresh = Scene.open();
        String name = "Kan%ar_ie" + Scene.next();
        fresh.dog();
        fresh.desk
                .post(
                        "/patients",
                        Map.of(
                                "patient",
                                Map.of("kind", "animal", "given_name", name, "sex", "male", "species", "cat"),
                                "owner",
                                Map.of("full_name", "Somebody", "email", "somebody-" + Scene.next() + "@example.org")))
                .mustBe(201);
        for (String search : Set.of("%25", "_", "an%25ar_ie")) {
            Answer found = fresh.desk.get("/patients?name=" + search).mustBe(200);
            assertThat(found.json().path("total").asInt())
                    .as("%s: %s", search, found.text())
                    .isEqualTo(1);
            assertThat(found.text()).contains(name);
        }
        assertThat(fresh.desk
                        .get("/patients?name=%5C")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }
}

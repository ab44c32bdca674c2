package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Fingerprint;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.rest.ApiDescription;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation, by everybody, in every state of what it is about (check 1): the status that the design says, no text that the
 * caller may not see, nothing changed by whoever was refused; and in the log exactly one row for each patient (check 65).
 */
class KeepingTheRoleMatrixIT {
    private static final RoleMatrix MATRIX = RoleMatrix.read();

    /** To whom nothing joins the patient whom all is about: to them what is there looks like what is not (check 2). */
    private static final Set<String> STRANGERS = Set.of(
            "doctor elsewhere", "other clinic's desk", "other clinic's administrator", "owner of another patient");

    private static Cast cast;
    private static Errands errands;

    @BeforeAll
    static void everybody_is_there() {
        cast = new Cast();
        errands = new Errands(cast);
        errands.setBack();
    }

    @Test
    void every_operation_has_its_rows_and_every_row_its_operation() {
        assertThat(MATRIX.rows().stream().map(RoleMatrix.Row::operation).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ApiDescription.operations().stream()
                        .map(ApiDescription.Operation::toString)
                        .toList());
    }

    @Test
    void a_row_in_which_somebody_has_no_status_is_named() throws IOException {
        JsonNode planted = new YAMLMapper().readTree("""
                actors: {anonymous: [], owner: []}
                operations: {GET /health: {act: nothing, about: nobody, in: {any: 200}}}""");

        assertThatThrownBy(() -> RoleMatrix.of(planted)).hasMessage("GET /health (any) has 1 statuses for 2 actors");
    }

    @Test
    void everybody_of_the_matrix_is_there() {
        for (String actor : MATRIX.sees().keySet()) {
            assertThat(cast.player(actor, "treated")).as(actor).isNotNull();
        }
    }

    @Test
    void whom_somebody_reaches_is_answered_alike_however_the_database_is_asked() throws SQLException {
        SoftAssertions accounts = new SoftAssertions();
        int reached = 0;
        for (String actor : MATRIX.sees().keySet()) {
            String account = cast.player(actor, "treated").account();
            if (account != null) {
                accounts.assertThat(WaysOfAskingWhoIsReached.differences(account, cast.patientIds()))
                        .as(actor)
                        .isEmpty();
                List<Integer> shown = WaysOfAskingWhoIsReached.shown(account, cast.patientIds());
                accounts.assertThat(shown.get(0)).as(actor).isEqualTo(shown.get(1));
                reached += shown.get(0);
            }
        }
        accounts.assertAll();
        assertThat(reached).isGreaterThan(MATRIX.sees().size());
    }

    @TestFactory
    Stream<DynamicTest> each_answer_is_the_one_of_the_matrix() {
        return MATRIX.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    SoftAssertions cells = new SoftAssertions();
                    Map<Boolean, List<String>> actors = row.statuses().keySet().stream()
                            .collect(Collectors.partitioningBy(actor -> changesNothing(row, actor)));
                    // One sum over all tables for all who may change nothing: if it differs, one of them did.
                    List<Cell> quiet = actors.get(true).stream()
                            .map(actor -> Cell.of(row, actor))
                            .toList();
                    String before = sum();
                    quiet.forEach(cell -> cell.check(cells));
                    cells.assertThat(sum())
                            .as("%s changed nothing", actors.get(true))
                            .isEqualTo(before);
                    actors.get(false).forEach(actor -> {
                        Cell.of(row, actor).check(cells);
                        errands.setBack();
                    });
                    cells.assertAll();
                }));
    }

    private static String sum() {
        return Fingerprint.now() + " " + Fingerprint.of(cast.kept);
    }

    private static boolean changesNothing(RoleMatrix.Row row, String actor) {
        return row.operation().startsWith("GET ")
                || Set.of(401, 403, 404, 409).contains(row.statuses().get(actor));
    }

    private record Cell(RoleMatrix.Row row, String actor, Cast.Player player, Errands.Call call) {
        static Cell of(RoleMatrix.Row row, String actor) {
            return new Cell(row, actor, cast.player(actor, row.state()), errands.of(row.operation(), row.state()));
        }

        void check(SoftAssertions cells) {
            Api caller = row.operation().endsWith("/sign-out") ? player.signIn().get() : player.api();
            Answer answer = call.by(caller);
            cells.assertThat(answer.status())
                    .as("%s: %s", actor, answer.text())
                    .isEqualTo(row.statuses().get(actor));
            cells.assertThat(leaks(row, actor, answer)).as("%s saw", actor).isEmpty();
            if (STRANGERS.contains(actor) && Set.of(403, 404).contains(answer.status())) {
                Answer missing = call.aboutNothing().by(caller);
                cells.assertThat(missing.status() + " " + withoutId(missing))
                        .as("%s about what nobody has", actor)
                        .isEqualTo(answer.status() + " " + withoutId(answer));
            }
            cells.assertThat(Logged.under(answer))
                    .as("rows of the log about %s", actor)
                    .satisfies(logged -> new Logged.Expected(cast, row, player, answer).matches(logged));
        }
    }

    private static String withoutId(Answer answer) {
        return answer.json() instanceof ObjectNode problem
                ? problem.without("request_id").toString()
                : answer.text();
    }

    /** The texts in an answer that its reader may not see; whoever is refused may see none. */
    private static List<String> leaks(RoleMatrix.Row row, String actor, Answer answer) {
        Set<String> allowed = new HashSet<>();
        if (answer.status() < 300) {
            allowed.addAll(MATRIX.sees().get(actor));
            allowed.addAll(row.shows());
        }
        return cast.leaks(allowed, answer.text());
    }

    @Test
    void the_texts_by_which_a_leak_would_show_are_there_to_be_seen() {
        String patient = "/patients/" + cast.patient("treated").id();
        String seen = Stream.of(
                        patient + "/records",
                        patient + "/chart",
                        patient + "/owner",
                        patient + "/banner",
                        "/medical-records/" + cast.signed)
                .map(path -> cast.here.doctor.get(path).mustBe(200).text())
                .collect(Collectors.joining());

        assertThat(seen).contains(cast.name("treated"));
        assertThat(cast.texts().get("here")).allSatisfy(text -> assertThat(seen).contains(text));
        assertThat(cast.texts().get("remark"))
                .hasSize(1)
                .allSatisfy(text -> assertThat(seen).contains(text));
        assertThat(cast.texts().get("former"))
                .allSatisfy(text -> assertThat(seen).contains(text));
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.account WHERE email = ?",
                        cast.patient("treated").mail()))
                .isEqualTo(1);
    }
}

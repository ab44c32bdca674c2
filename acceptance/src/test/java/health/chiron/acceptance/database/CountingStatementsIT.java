package health.chiron.acceptance.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Filled;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Statements;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list asks the database as often for many rows as for one: no statement for each row. */
class CountingStatementsIT {
    private static final int MANY = 12;

    private static Filled few;
    private static Filled many;
    private static Statements statements;

    /** A list, who reads it, and whether it has a row for each thing that was made. */
    private record Listing(String who, String path, boolean rows) {
        JsonNode read(Filled clinic) {
            Api reader = switch (who) {
                case "owner" -> clinic.first().owner();
                case "administrator" -> House.get().administrator();
                default -> clinic.scene().people().get(who);
            };
            return reader.get(clinic.path(path)).mustBe(200).json();
        }

        @Override
        public String toString() {
            return path + " as " + who;
        }
    }

    @BeforeAll
    static void two_clinics_and_a_log_of_statements() {
        few = Filled.with(1);
        many = Filled.with(MANY);
        statements = Statements.watch();
    }

    @AfterAll
    static void switch_the_log_off() {
        statements.close();
    }

    static List<Listing> lists() {
        return List.of(
                new Listing("doctor", "/patients", true),
                new Listing("desk", "/patients", true),
                new Listing("owner", "/patients", false),
                new Listing("doctor", "/pets", true),
                new Listing("doctor", "/patients/{patient}/records", true),
                new Listing("doctor", "/medical-records/drafts", true),
                new Listing("doctor", "/patients/{patient}/chart", false),
                new Listing("boss", "/clinics/{clinic}/records", true),
                new Listing("boss", "/clinics/{clinic}/grants", true),
                new Listing("desk", "/clinics/{clinic}/access-requests", false),
                new Listing("boss", "/clinics/{clinic}/audit", true),
                new Listing("owner", "/patients/{patient}/access", false),
                new Listing("owner", "/patients/{patient}/audit", true),
                new Listing("auditor", "/audit?limit={rows}", true),
                new Listing("administrator", "/clinics?limit={rows}", false));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void many_rows_take_no_more_of_them_than_one(Listing list) {
        if (list.rows()) {
            assertThat(rows(list.read(few))).as("rows of " + list).isPositive();
            assertThat(rows(list.read(many))).as("rows of " + list).isGreaterThanOrEqualTo(MANY);
        }
        List<String> forFew = statements.of(() -> list.read(few));
        List<String> forMany = statements.of(() -> list.read(many));
        assertThat(forMany).as("statements of " + list).isEqualTo(forFew).isNotEmpty();
    }

    /** The length of the answer's only list. */
    private static int rows(JsonNode answer) {
        return answer.valueStream()
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow()
                .size();
    }
}

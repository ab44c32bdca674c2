package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import health.chiron.acceptance.house.Filled;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Statements;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of the portal asks the database as often for many rows as for one. */
class CountingAPagesStatementsIT {
    private static final int MANY = 6;

    private static Filled few;
    private static Filled many;
    private static Statements statements;

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

    @ParameterizedTest
    @CsvSource({
        "desk, desk",
        "desk, patients",
        "desk, accesses",
        "doc, practice",
        "doc, patients",
        "doc, chart?patient={patient}",
        "doc, visits?patient={patient}",
        "boss, records",
        "boss, activity",
        "boss, people",
        "owner, mine",
        "owner, access?patient={patient}",
        "owner, reads?patient={patient}"
    })
    void many_rows_take_no_more_of_them_than_one(String who, String page) {
        List<String> forFew = statementsOf(few, who, page);
        List<String> forMany = statementsOf(many, who, page);
        assertThat(forMany).as(page).isEqualTo(forFew).isNotEmpty();
    }

    private static List<String> statementsOf(Filled clinic, String who, String page) {
        String name =
                who.equals("owner") ? clinic.first().mail() : clinic.scene().username(who);
        try (Visitor visitor = Chromium.visitor(who).signIn(name, Scene.PASSWORD)) {
            return statements.of(() -> {
                APIResponse answer = visitor.window().request().get(clinic.path(page));
                assertThat(answer.status()).as(page).isEqualTo(200);
                assertThat(answer.url()).as("not led to another page").contains(clinic.path(page));
            });
        }
    }
}

package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Collector;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Seals;
import health.chiron.acceptance.house.ServerLog;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sealed goes to the operator's collector: all of it, in the order of the chain, with ids and without names. */
class SendingTheLogToACollectorIT {
    private static final Pattern NUMBER = Pattern.compile(" number=\"(\\d+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene = Scene.open();
    private final Collector collector = House.get().collector();

    @AfterEach
    void nobody_listens() {
        collector.up();
        collector.forget();
    }

    @Test
    void each_row_of_some_acts_arrives_once_and_in_order_with_its_ids_and_nobodys_name() {
        collector.listen();
        Scene.Chart person = scene.person();
        scene.openTo(person);
        scene.doctor.get("/patients/" + person.id()).mustBe(200);
        scene.otherDoctor.get("/patients/" + person.id()).mustBe(403);
        awaitArrived(person.id());

        List<String> heard = about(person.id());
        List<String> expected = Rows.texts("""
                SELECT concat_ws(' ', s.number, encode(s.hash, 'hex'), e.id, e.account_id, e.request_id, e.operation, e.outcome)
                  FROM audit.seal s JOIN audit.event e ON e.id = s.event_id WHERE e.patient_id = ?::uuid ORDER BY s.number""", person.id());
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(heard.stream().map(SendingTheLogToACollectorIT::inBrief)).containsExactlyElementsOf(expected);
        assertThat(heard)
                .allSatisfy(line -> assertThat(line).matches("<(110|109|108)>1 [0-9T:.-]+Z localhost chiron - .*"));
        assertThat(heard)
                .filteredOn(line -> line.contains("outcome=\"DENIED\""))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("<108>"));
        // All that came, whatever it was about, follows one another.
        List<Long> numbers = collector.heard().stream()
                .map(SendingTheLogToACollectorIT::number)
                .toList();
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
        String given = Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", person.id());
        assertThat(String.join("\n", collector.heard()))
                .contains(scene.clinic, scene.doctorId)
                .doesNotContain(given, "Canary", person.mail(), "Check of the hip", scene.username("doc"));
    }

    @Test
    void while_the_collector_is_down_rows_wait_and_it_is_said_and_when_it_is_back_they_come() {
        ServerLog log = ServerLog.fromHere();
        collector.down();
        Scene.Chart dog = scene.dog();
        log.await("CHIRON-AUDIT-UNSENT");
        await("it is tried again", () -> collector.refused() >= 3);
        Seals.await(dog.id(), PATIENCE);
        assertThat(log.text().split("CHIRON-AUDIT-UNSENT", -1)).as("said once").hasSize(2);

        JsonNode behind = safeguard();
        assertThat(behind.path("count").asLong()).isPositive();
        assertThat(behind.path("since").asText()).isNotEmpty();
        assertThat(behind.path("state").asText())
                .as("for less than five minutes")
                .isEqualTo("held");
        Rows.change(
                "UPDATE audit.seal SET recorded_at = recorded_at - interval '6 minutes' WHERE number > (SELECT number FROM audit.shipment)");
        assertThat(safeguard().path("state").asText()).isEqualTo("not_held");
        assertThat(House.get()
                        .portal()
                        .mustSignIn(scene.username("audit"), Scene.PASSWORD)
                        .get("safeguards")
                        .text())
                .contains("rows wait, the oldest since", "CHIRON-AUDIT-UNSENT");

        collector.listen();
        collector.up();
        awaitArrived(dog.id());
        assertThat(about(dog.id()))
                .hasSize((int) Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", dog.id()));
        log.await("the access log reaches its collector again");
        assertThat(safeguard().path("state").asText()).isEqualTo("held");
    }

    @Test
    void a_row_that_is_gone_before_it_was_sent_is_told_as_missing() {
        collector.down();
        Scene.Chart dog = scene.dog();
        Seals.await(dog.id(), PATIENCE);
        String event = Rows.text("SELECT id::text FROM audit.event WHERE patient_id = ?::uuid LIMIT 1", dog.id());
        Rows.change("CREATE TABLE ops.kept_event AS SELECT * FROM audit.event WHERE id = '" + event + "'");
        Rows.change("DELETE FROM audit.event WHERE id = ?::uuid", event);
        try {
            collector.listen();
            collector.up();
            long number = Rows.count("SELECT number FROM audit.seal WHERE event_id = ?::uuid", event);
            await("it is sent", () -> Rows.count("SELECT number FROM audit.shipment") >= number);
            assertThat(collector.heard())
                    .filteredOn(line -> number(line) == number)
                    .singleElement()
                    .asString()
                    .startsWith("<107>1 ")
                    .contains(" MISSING [", "event_id=\"" + event + "\"");
        } finally {
            Rows.change("INSERT INTO audit.event SELECT * FROM ops.kept_event");
            Rows.change("DROP TABLE ops.kept_event");
        }
    }

    @Test
    void rows_whose_time_is_over_stay_until_the_collector_has_them() {
        Scene.Chart sent = scene.dog();
        awaitArrived(sent.id());
        collector.down();
        Scene.Chart unsent = scene.dog();
        Seals.await(unsent.id(), PATIENCE);
        long mark = Rows.count("SELECT number FROM audit.shipment");
        Rows.change(
                "CREATE OR REPLACE FUNCTION audit.present() RETURNS timestamptz LANGUAGE sql STABLE RETURN clock_timestamp() + interval '10 years'");
        try {
            await("what was sent is archived", () -> anchor() == mark);
            assertThat(Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", sent.id()))
                    .isZero();
            assertThat(Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", unsent.id()))
                    .isPositive();
            collector.up();
            await("and then the rest", () -> anchor() > mark);
        } finally {
            Rows.change(
                    "CREATE OR REPLACE FUNCTION audit.present() RETURNS timestamptz LANGUAGE sql STABLE RETURN clock_timestamp()");
        }
    }

    @Test
    void the_application_moves_the_mark_forward_only_and_the_schemas_owner_has_rows_sent_again() {
        Scene.Chart dog = scene.dog();
        awaitArrived(dog.id());
        assertRefused("CH004", "UPDATE audit.shipment SET number = number - 1");
        assertRefused("CH001", "UPDATE audit.shipment SET number = number + 1000000");
        assertRefused("42501", "UPDATE audit.shipment SET moved_at = now()");
        assertRefused("42501", "DELETE FROM audit.shipment");
        assertRefused("42501", "TRUNCATE audit.shipment");
        assertRefused("42501", "INSERT INTO audit.shipment (only_row) VALUES (true)");

        collector.listen();
        long number = Rows.count(
                "SELECT min(s.number) FROM audit.seal s JOIN audit.event e ON e.id = s.event_id WHERE e.patient_id = ?::uuid",
                dog.id());
        assertThat(attempt(DatabaseRole.OWNER, "UPDATE audit.shipment SET number = " + (number - 1)))
                .isEmpty();
        awaitArrived(dog.id());
        await(
                "they come again",
                () -> about(dog.id()).size()
                        == Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", dog.id()));
    }

    private List<String> about(String patient) {
        return collector.heard().stream()
                .filter(line -> line.contains("patient_id=\"" + patient + "\""))
                .toList();
    }

    private JsonNode safeguard() {
        return scene.auditor
                .get("/safeguards")
                .mustBe(200)
                .json()
                .path("safeguards")
                .valueStream()
                .filter(each -> each.path("kind").asText().equals("log_shipped"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String state, String sql) {
        assertThat(attempt(DatabaseRole.APP, sql)).as(sql).isEqualTo(state);
    }

    /** The state with which it was refused; empty when it was not. */
    private static String attempt(DatabaseRole role, String sql) {
        try (Connection connection = House.get().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String inBrief(String line) {
        return String.join(
                " ",
                List.of("number", "hash", "event_id", "account_id", "request_id", "operation", "outcome").stream()
                        .map(name -> value(line, name))
                        .toList());
    }

    private static String value(String line, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1);
    }

    private static long number(String line) {
        Matcher found = NUMBER.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static long anchor() {
        return Rows.count("SELECT coalesce(max(number), 0) FROM audit.anchor");
    }

    private static void awaitArrived(String patient) {
        Seals.await(patient, PATIENCE);
        long last = Rows.count(
                "SELECT max(s.number) FROM audit.seal s JOIN audit.event e ON e.id = s.event_id WHERE e.patient_id = ?::uuid",
                patient);
        await("it is sent", () -> Rows.count("SELECT number FROM audit.shipment") >= last);
    }

    private static void await(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}

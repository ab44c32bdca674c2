package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Accesses a day and what is unlike the usual, computed from the log, for the clinic and for the whole house. */
class LookingFromAboveIT {
    /** One kind's bars in a chart: its name, and a number for each day. */
    private static final Pattern SET = Pattern.compile("\"label\":\"([^\"]+)\"[^\\[]*\"data\":\\[([0-9,]*)]");

    private final Scene scene = Scene.open();

    private List<JsonNode> findings(Api who, String path, String kind, String account) {
        return StreamSupport.stream(
                        who.get(path).mustBe(200).json().path("findings").spliterator(), false)
                .filter(one -> one.path("kind").asText().equals(kind)
                        && one.path("account_id").asText().equals(account))
                .toList();
    }

    private String clinic(String span) {
        return "/clinics/" + scene.clinic + "/audit/oversight?" + span;
    }

    @Test
    void three_times_the_usual_number_of_patients_is_found_and_a_little_more_than_usual_is_not() {
        Instant monday = Instant.parse("2026-06-01T09:00:00Z");
        for (int day = 0; day < 10; day++) {
            PastRows.looks(scene.doctorId, scene.clinic, monday.plus(day, ChronoUnit.DAYS), 4);
        }
        PastRows.looks(scene.doctorId, scene.clinic, monday.plus(11, ChronoUnit.DAYS), 12);
        PastRows.looks(scene.doctorId, scene.clinic, monday.plus(14, ChronoUnit.DAYS), 13);
        String span = "from=2026-06-01&until=2026-06-30";

        for (String path : List.of(clinic(span), "/audit/oversight?" + span)) {
            List<JsonNode> found = findings(
                    path.startsWith("/audit") ? scene.auditor : scene.boss, path, "many_patients", scene.doctorId);
            assertThat(found).as(path).hasSize(1);
            assertThat(found.getFirst().path("count").asLong()).isEqualTo(13);
            assertThat(found.getFirst().path("usual").asLong()).isEqualTo(4);
        }
    }

    @Test
    void somebody_of_whom_nothing_usual_is_known_may_look_at_thirty() {
        PastRows.looks(scene.doctorId, scene.clinic, Instant.parse("2026-04-01T09:00:00Z"), 30);
        PastRows.looks(scene.otherDoctorId, scene.clinic, Instant.parse("2026-04-01T09:00:00Z"), 31);
        String path = clinic("from=2026-04-01&until=2026-04-02");

        assertThat(findings(scene.boss, path, "many_patients", scene.doctorId)).isEmpty();
        assertThat(findings(scene.boss, path, "many_patients", scene.otherDoctorId))
                .hasSize(1);
    }

    @Test
    void looks_outside_the_hours_are_found_by_the_clinics_clock() {
        PastRows.looks(
                scene.doctorId, scene.clinic, Instant.parse("2026-07-01T20:30:00Z"), 2); // half past ten in Berlin
        PastRows.looks(scene.otherDoctorId, scene.clinic, Instant.parse("2026-07-01T04:30:00Z"), 2); // half past six
        String path = clinic("from=2026-07-01&until=2026-07-02");

        assertThat(findings(scene.boss, path, "outside_hours", scene.doctorId)
                        .getFirst()
                        .path("count")
                        .asLong())
                .isEqualTo(2);
        assertThat(findings(scene.boss, path, "outside_hours", scene.otherDoctorId))
                .isEmpty();
        assertThat(outside("2026-11-22T12:00:00Z")).as("a Sunday").isTrue();
        assertThat(outside("2026-11-21T12:00:00Z")).isFalse();
    }

    @Test
    void hours_that_the_clinic_has_named_count_with_half_an_hour_around_them_from_when_they_hold() {
        Rows.change("""
                INSERT INTO access.clinic_hours (id, clinic_id, weekday, opens_minute, closes_minute, valid_from)
                VALUES (gen_random_uuid(), ?::uuid, 'SUNDAY', 600, 720, '2026-11-01T00:00:00Z')""", scene.clinic);

        assertThat(outside("2026-11-22T09:30:00Z"))
                .as("half past ten on a Sunday in Berlin")
                .isFalse();
        assertThat(outside("2026-11-22T08:31:00Z")).as("half an hour early").isFalse();
        assertThat(outside("2026-11-22T08:29:00Z")).isTrue();
        assertThat(outside("2026-11-23T09:30:00Z")).as("a Monday without hours").isTrue();
        assertThat(outside("2026-10-26T09:30:00Z"))
                .as("a Monday before any hours were named")
                .isFalse();
    }

    private boolean outside(String at) {
        return Rows.text("SELECT audit.outside_hours(?::uuid, ?::timestamptz, 'Europe/Berlin')::text", scene.clinic, at)
                .equals("true");
    }

    @Test
    void ten_refusals_within_ten_minutes_are_a_burst_and_an_export_stands_there() {
        for (int i = 0; i < 20; i++) {
            scene.desk.get("/audit").mustBe(403);
        }
        scene.boss.get("/clinics/" + scene.clinic + "/audit/export").mustBe(200);
        String today = Rows.text("SELECT (now() AT TIME ZONE 'UTC')::date::text");
        String span = "from=" + today + "&until=" + today;
        String desk = Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username("desk"));
        String boss = Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username("boss"));

        // Twenty in a row: however the ten minutes lie, one of two stretches has ten.
        assertThat(findings(scene.auditor, "/audit/oversight?" + span, "refusals", desk))
                .isNotEmpty();
        assertThat(findings(scene.boss, clinic(span), "exports", boss)).hasSize(1);
    }

    @Test
    void each_day_has_its_numbers_by_outcome() {
        PastRows.looks(scene.doctorId, scene.clinic, Instant.parse("2026-05-05T09:00:00Z"), 3);
        JsonNode days = scene.boss
                .get(clinic("from=2026-05-04&until=2026-05-06&time_zone=Europe/Berlin"))
                .mustBe(200)
                .json()
                .path("days");

        assertThat(days.findValuesAsText("day")).containsExactly("2026-05-04", "2026-05-05", "2026-05-06");
        assertThat(days.findValuesAsText("permitted")).containsExactly("0", "3", "0");
    }

    @Test
    void the_pages_second_chart_has_what_was_unlike_the_usual_on_its_day_and_on_no_other() {
        PastRows.looks(scene.otherDoctorId, scene.clinic, Instant.parse("2026-05-12T09:00:00Z"), 31);
        PastRows.looks(scene.doctorId, scene.clinic, Instant.parse("2026-05-13T20:30:00Z"), 2);

        String page = House.get()
                .portal()
                .mustSignIn(scene.username("boss"), Scene.PASSWORD)
                .get("oversight?from=2026-05-11&until=2026-05-14")
                .text();

        List<MatchResult> sets = SET.matcher(page).results().toList();
        Map<String, String> bars = sets.subList(sets.size() - 5, sets.size()).stream()
                .collect(Collectors.toMap(set -> set.group(1), set -> set.group(2)));
        assertThat(bars).hasSize(5).containsEntry("Many patients", "0,1,0,0").containsEntry("Outside hours", "0,0,1,0");
        bars.keySet().removeAll(List.of("Many patients", "Outside hours"));
        assertThat(bars.values()).containsOnly("0,0,0,0");
    }

    @Test
    void a_period_is_at_most_a_quarter_of_a_year() {
        scene.boss.get(clinic("from=2026-01-01&until=2026-06-01")).mustBe(400);
        scene.boss.get(clinic("from=2026-02-01&until=2026-01-01")).mustBe(400);
        scene.boss.get(clinic("")).mustBe(400);
    }
}

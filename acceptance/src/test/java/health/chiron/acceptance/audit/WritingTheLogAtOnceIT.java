package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixty-four at once read and are refused: a row for each act, a chain without gap or fork, and nobody waits for ever (check 68). */
class WritingTheLogAtOnceIT {
    private static final int WRITERS = 64;

    @Test
    void for_some_seconds() {
        writeFor(Duration.ofSeconds(6));
    }

    /** Ten minutes, or as many as CHIRON_RACE_MINUTES says. */
    @Test
    @Tag("slow")
    void for_ten_minutes() {
        writeFor(Duration.ofMinutes(Long.parseLong(System.getenv().getOrDefault("CHIRON_RACE_MINUTES", "10"))));
    }

    /** Whoever is still under way may add a row that belongs before: the chain waits, however often it is time to seal. */
    @Test
    void no_row_is_sealed_before_older_transactions_are_over() throws SQLException {
        try (HeldSealing held = new HeldSealing()) {
            House.get().administrator();
            long waiting = unsealed();
            assertThat(waiting).isPositive();
            awaitSealing(3);
            assertThat(unsealed()).isGreaterThanOrEqualTo(waiting);
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (unsealed() > 0) {
            assertThat(Instant.now()).as("sealing goes on").isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static long unsealed() {
        return Rows.count(
                "SELECT count(*) FROM audit.event e WHERE NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)");
    }

    /** Each time it is sealed, the end of the chain is looked up by its number. */
    private static void awaitSealing(int times) {
        String looks =
                "SELECT idx_scan FROM pg_stat_user_indexes WHERE schemaname = 'audit' AND indexrelname = 'seal_pkey'";
        long before = Rows.count(looks);
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Rows.count(looks) < before + times) {
            assertThat(Instant.now()).as("nobody seals").isBefore(end);
            Thread.onSpinWait();
        }
    }

    /** Somebody whose access tokens live five minutes. */
    private static final class Caller {
        private final Scene scene;
        private final String name;
        private Api api;
        private Instant since = Instant.now();

        Caller(Scene scene, String name, Api api) {
            this.scene = scene;
            this.name = name;
            this.api = api;
        }

        Api api() {
            if (Duration.between(since, Instant.now()).toMinutes() >= 4) {
                api = scene.as(name);
                since = Instant.now();
            }
            return api;
        }
    }

    /** What a writer has had answered. */
    private record Done(int read, int refused, int other) {}

    private static void writeFor(Duration time) {
        Scene scene = Scene.open();
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String chart = "/patients/" + dog.id() + "/chart";
        long before = rows(dog, "PERMITTED");
        long refusedBefore = rows(dog, "DENIED");
        long deadlocks = deadlocks();
        Instant begin = Instant.now();
        AtomicInteger number = new AtomicInteger();
        List<Done> all = Race.of(WRITERS, () -> {
            Caller who = number.getAndIncrement() % 8 == 0
                    ? new Caller(scene, "bee", scene.otherDoctor)
                    : new Caller(scene, "doc", scene.doctor);
            int read = 0;
            int refused = 0;
            int other = 0;
            while (Duration.between(begin, Instant.now()).compareTo(time) < 0) {
                Answer answer = who.api().get(chart);
                switch (answer.status()) {
                    case 200 -> read++;
                    case 403 -> refused++;
                    default -> other++;
                }
            }
            return new Done(read, refused, other);
        });
        int read = all.stream().mapToInt(Done::read).sum();
        int refused = all.stream().mapToInt(Done::refused).sum();
        System.out.printf("64 writers, %d s: %d reads, %d refusals%n", time.toSeconds(), read, refused);

        assertThat(all.stream().mapToInt(Done::other).sum()).as("other answers").isZero();
        assertThat(read).isGreaterThan(WRITERS);
        assertThat(refused).isPositive();
        assertThat(rows(dog, "PERMITTED") - before).isEqualTo(read);
        assertThat(rows(dog, "DENIED") - refusedBefore).isEqualTo(refused);
        assertThat(deadlocks()).isEqualTo(deadlocks);
        awaitSealed(dog, Duration.ofSeconds(60));
        assertThat(Rows.count("SELECT count(*) - count(DISTINCT event_id) FROM audit.seal"))
                .isZero();
        assertThat(Rows.count("SELECT max(number) - min(number) + 1 - count(*) FROM audit.seal"))
                .isZero();
        // The first token of the auditor's is over after the long race.
        assertThat(scene.as("audit")
                        .post("/audit/verify", null)
                        .mustBe(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .isTrue();
    }

    private static long rows(Scene.Chart dog, String outcome) {
        return Rows.count(
                "SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid AND outcome = ? AND operation = 'Chart.summary'",
                dog.id(),
                outcome);
    }

    private static long deadlocks() {
        return Rows.count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private static void awaitSealed(Scene.Chart dog, Duration most) {
        Instant end = Instant.now().plus(most);
        while (Rows.count(
                        "SELECT count(*) FROM audit.event e WHERE e.patient_id = ?::uuid AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)",
                        dog.id())
                > 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}

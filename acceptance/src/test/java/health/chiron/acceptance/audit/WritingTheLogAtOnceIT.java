package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Seals;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four at once read, are refused, and change what others change: a row for each act, a chain without gap or fork, and nobody waits
 * for ever, for the log or for the locks of what is changed (check 68).
 */
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
            long waiting = Seals.missing();
            assertThat(waiting).isPositive();
            awaitSealing(3);
            assertThat(Seals.missing()).isGreaterThanOrEqualTo(waiting);
        }
        Seals.awaitAll(Duration.ofSeconds(20)); // it goes on
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
        private final Supplier<Api> signIn;
        private Api api;
        private Instant since = Instant.now();

        Caller(Supplier<Api> signIn, Api api) {
            this.signIn = signIn;
            this.api = api;
        }

        Api api() {
            if (Duration.between(since, Instant.now()).toMinutes() >= 4) {
                api = signIn.get();
                since = Instant.now();
            }
            return api;
        }
    }

    /** What somebody does again and again; each time it answers with all that was answered. */
    private interface Work {
        List<Answer> once(Api who);
    }

    /** One and the same draft, changed by several: whoever comes late reads it anew. */
    private static final class Drafting implements Work {
        private final String path;
        private String version;

        Drafting(Answer draft) {
            path = "/medical-records/" + draft.text("id");
            version = draft.etag();
        }

        @Override
        public List<Answer> once(Api who) {
            Answer changed = who.put(
                    path,
                    Map.of("visit_type", "routine_checkup", "visit_date", "2026-11-20T10:00:00Z", "symptoms", "Limps"),
                    version);
            if (changed.status() == 200) {
                version = changed.etag();
                return List.of(changed);
            }
            Answer read = who.get(path);
            version = read.etag();
            return List.of(changed, read);
        }
    }

    /** The same doctor kept out by several, and let in again by whoever it was. */
    private static List<Answer> keepOut(Api owner, Scene.Chart dog, String doctor) {
        Answer kept = owner.post(
                "/patients/" + dog.id() + "/blocks", Map.of("account_id", doctor, "even_in_emergency", false));
        return kept.status() == 201 ? List.of(kept, owner.delete("/blocks/" + kept.text("id"))) : List.of(kept);
    }

    /** What a writer has had answered: done, not let, come too late for. */
    private record Done(int permitted, int denied, int late, Set<String> other) {
        static Done of(Caller who, Work work, Instant end) {
            int permitted = 0;
            int denied = 0;
            int late = 0;
            Set<String> other = new TreeSet<>();
            while (Instant.now().isBefore(end)) {
                for (Answer answer : work.once(who.api())) {
                    switch (answer.status()) {
                        case 200, 201 -> permitted++;
                        case 403 -> denied++;
                        case 409, 412 -> late++;
                        default -> other.add(answer.status() + " " + answer.text());
                    }
                }
            }
            return new Done(permitted, denied, late, other);
        }
    }

    private static void writeFor(Duration time) {
        Scene scene = Scene.open();
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Answer draft = scene.draft(dog);
        String outsider = scene.anotherDoctor("cat");
        String chart = "/patients/" + dog.id() + "/chart";
        Work read = who -> List.of(who.get(chart));
        Map<String, Long> before = outcomes(dog);
        long deadlocks = deadlocks();
        Instant end = Instant.now().plus(time);
        AtomicInteger number = new AtomicInteger();
        List<Done> all = Race.of(WRITERS, () -> switch (number.getAndIncrement() % 8) {
            case 0 -> Done.of(new Caller(() -> scene.as("bee"), scene.otherDoctor), read, end);
            case 1 -> Done.of(new Caller(() -> scene.as("doc"), scene.doctor), new Drafting(draft), end);
            case 2 ->
                Done.of(
                        new Caller(() -> House.get().signIn(dog.mail(), Scene.PASSWORD), dog.owner()),
                        who -> keepOut(who, dog, outsider),
                        end);
            default -> Done.of(new Caller(() -> scene.as("doc"), scene.doctor), read, end);
        });
        int permitted = all.stream().mapToInt(Done::permitted).sum();
        int denied = all.stream().mapToInt(Done::denied).sum();
        int late = all.stream().mapToInt(Done::late).sum();
        System.out.printf(
                "64 writers, %d s: %d acts, %d refusals, %d too late%n", time.toSeconds(), permitted, denied, late);

        assertThat(all.stream().flatMap(done -> done.other().stream()))
                .as("other answers")
                .isEmpty();
        assertThat(permitted).isGreaterThan(WRITERS);
        assertThat(denied).isPositive();
        assertThat(late).isPositive();
        Map<String, Long> after = outcomes(dog);
        assertThat(after.get("PERMITTED") - before.get("PERMITTED")).isEqualTo(permitted);
        assertThat(after.get("DENIED") - before.get("DENIED")).isEqualTo(denied);
        assertThat(after.get("FAILED") - before.get("FAILED")).isEqualTo(late);
        assertThat(deadlocks()).isEqualTo(deadlocks);
        Seals.await(dog.id(), Duration.ofSeconds(60));
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

    private static Map<String, Long> outcomes(Scene.Chart dog) {
        return Stream.of("PERMITTED", "DENIED", "FAILED")
                .collect(Collectors.toMap(
                        outcome -> outcome,
                        outcome -> Rows.count(
                                "SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid AND outcome = ?",
                                dog.id(),
                                outcome)));
    }

    private static long deadlocks() {
        return Rows.count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }
}

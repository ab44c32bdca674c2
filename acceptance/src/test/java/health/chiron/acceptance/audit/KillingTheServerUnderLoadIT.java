package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A server that dies in the middle of its work: whatever it has answered has its row, and no row speaks of what was not done (check 69).
 * Of the records that are made under the load, the database refuses some at the very end, when their transaction commits.
 */
class KillingTheServerUnderLoadIT {
    private static final int WRITERS = 8;
    private static final int ENOUGH = 200;

    /** An act that was answered: the request's id, and the record that it made. */
    private record Done(String request, String record) {}

    @Test
    void every_answered_act_has_its_row_and_the_chain_holds() throws InterruptedException {
        Scene scene = Scene.open();
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Rows.change("""
                CREATE FUNCTION ops.refuse() RETURNS trigger LANGUAGE plpgsql AS
                  'BEGIN IF NEW.id::text ~ ''[0-3]$'' THEN RAISE EXCEPTION ''planted''; END IF; RETURN NULL; END'""");
        Rows.change(
                "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON records.visit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ops.refuse()");
        Queue<Done> ledger = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                boolean writes = i % 2 == 0;
                writers.submit(() -> {
                    while (!over.get()) {
                        act(scene, dog, writes, refused).ifPresent(done -> {
                            ledger.add(done);
                            enough.countDown();
                        });
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            House.get().stack().server().kill();
            over.set(true);
        } finally {
            Rows.change("DROP TRIGGER refuse ON records.visit");
            Rows.change("DROP FUNCTION ops.refuse()");
        }
        House.get().stack().startServer();

        List<String> without = new ArrayList<>();
        for (Done done : ledger) {
            long rows = Rows.count(
                    "SELECT count(*) FROM audit.event WHERE request_id = ? AND outcome = 'PERMITTED'", done.request());
            boolean kept = done.record() == null
                    || Rows.count("SELECT count(*) FROM records.visit WHERE id = ?::uuid", done.record()) == 1;
            if (rows != 1 || !kept) {
                without.add(done.toString());
            }
        }
        assertThat(ledger).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(refused.get())
                .as("records that the database refused at the end")
                .isPositive();
        assertThat(without).isEmpty();
        assertThat(Rows.count("""
                        SELECT count(*) FROM audit.event e WHERE e.patient_id = ?::uuid AND e.action = 'CREATE' AND e.category = 'VISITS'
                           AND e.outcome = 'PERMITTED' AND NOT EXISTS (SELECT FROM records.visit v WHERE v.id = e.record_id)""", dog.id()))
                .as("rows about what was rolled back")
                .isZero();
        assertThat(scene.auditor
                        .post("/audit/verify", null)
                        .mustBe(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .isTrue();
    }

    private static java.util.Optional<Done> act(Scene scene, Scene.Chart dog, boolean writes, AtomicInteger refused) {
        try {
            Answer answer = writes
                    ? scene.doctor.post(
                            "/patients/" + dog.id() + "/records",
                            Map.of(
                                    "visit_type", "routine_checkup",
                                    "visit_date", "2026-11-20T10:00:00Z",
                                    "chief_complaint", "Limps since Monday"))
                    : scene.doctor.get("/patients/" + dog.id() + "/chart");
            if (answer.status() == 500) {
                refused.incrementAndGet();
            }
            return answer.status() == 200 || answer.status() == 201
                    ? java.util.Optional.of(new Done(
                            answer.headers().firstValue("X-Request-Id").orElseThrow(),
                            writes ? answer.text("id") : null))
                    : java.util.Optional.empty();
        } catch (UncheckedIOException e) {
            return java.util.Optional.empty(); // the server has died meanwhile: nothing was promised
        }
    }
}

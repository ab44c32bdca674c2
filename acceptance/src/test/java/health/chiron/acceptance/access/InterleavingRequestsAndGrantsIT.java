package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random walks over two clinics and one patient: offer, ask, new code, redeem, allow, refuse, revoke, extend, one or two at a time
 * (check 17). There are never two active grants for a clinic and doctor, a request becomes one grant at most and none after it was
 * refused, and digits that were replaced open nothing. A walk that fails prints its seed; {@code -Dchiron.test.seed=} walks it again.
 */
class InterleavingRequestsAndGrantsIT {
    private static final int STEPS = 40;

    private static final String TWO_AT_ONCE = """
            SELECT count(*) FROM access.access_grant a JOIN access.access_grant b
              ON a.id < b.id AND a.patient_id = b.patient_id AND a.clinic_id = b.clinic_id AND a.doctor_id IS NOT DISTINCT FROM b.doctor_id
             WHERE a.patient_id = ?::uuid
               AND tstzrange(a.granted_at, coalesce(a.ended_at, a.expires_at)) && tstzrange(b.granted_at, coalesce(b.ended_at, b.expires_at))""";

    private static final String AGAINST_THE_STATE = """
            SELECT count(*) FROM access.access_request r
             WHERE r.patient_id = ?::uuid
               AND (SELECT count(*) FROM access.access_grant g WHERE g.request_id = r.id) <> CASE r.status WHEN 'GRANTED' THEN 1 ELSE 0 END""";

    private static final String LIVE_TWICE = """
            SELECT count(*) FROM (SELECT request_id FROM access.one_time_code
             WHERE patient_id = ?::uuid AND used_at IS NULL AND replaced_at IS NULL GROUP BY request_id HAVING count(*) > 1) twice""";

    private static List<Scene> clinics;

    private Scene.Chart dog;
    private Random random;
    private final List<String> requests = new ArrayList<>();
    private final Map<String, Scene> at = new HashMap<>();
    private final Map<String, String> live = new HashMap<>();
    private final Map<String, List<String>> dead = new HashMap<>();

    @BeforeAll
    static void two_clinics() {
        clinics = List.of(Scene.open(), Scene.open());
    }

    @RepeatedTest(3)
    void a_walk_never_leaves_the_states_that_there_are() {
        long seed = Long.getLong("chiron.test.seed", System.nanoTime());
        random = new Random(seed);
        dog = clinics.get(0).dog();
        List<String> path = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            later();
            if (random.nextInt(4) == 0 && !requests.isEmpty()) {
                List<Callable<Integer>> pair = List.of(move(path), move(path));
                AtomicInteger turn = new AtomicInteger();
                Race.of(2, () -> pair.get(turn.getAndIncrement()).call());
            } else {
                call(move(path));
            }
            holds("seed " + seed + ", after " + path);
        }
        assertThat(path).as("seed " + seed).hasSizeGreaterThanOrEqualTo(STEPS);
        assertThat(Rows.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                .as("seed %d opened something", seed)
                .isPositive();
    }

    private void holds(String where) {
        assertThat(Rows.count(TWO_AT_ONCE, dog.id()))
                .as("two at once; " + where)
                .isZero();
        assertThat(Rows.count(AGAINST_THE_STATE, dog.id()))
                .as("grants against the state of requests; " + where)
                .isZero();
        assertThat(Rows.count(LIVE_TWICE, dog.id()))
                .as("two live codes; " + where)
                .isZero();
    }

    /** The hour, the half minute and the day of tries are over, so that the walk goes on. */
    private void later() {
        Rows.change(
                "UPDATE access.access_request SET created_at = created_at - interval '2 hours', last_code_at = last_code_at - interval '2 hours' WHERE patient_id = ?::uuid",
                dog.id());
        Rows.change("UPDATE access.code_tries SET tries = 0 WHERE patient_id = ?::uuid", dog.id());
    }

    private Callable<Integer> move(List<String> path) {
        int kind = requests.isEmpty() ? 0 : random.nextInt(9);
        Scene clinic = clinics.get(random.nextInt(2));
        String request = requests.isEmpty() ? null : requests.get(random.nextInt(requests.size()));
        if (request != null && random.nextInt(3) > 0) {
            request = requests.get(requests.size() - 1);
        }
        String id = request;
        path.add(List.of("offer", "offer", "new code", "redeem", "redeem", "dead code", "allow", "refuse", "revoke")
                        .get(kind)
                + " "
                + requests.indexOf(id));
        return switch (kind) {
            case 0, 1 -> () -> offer(clinic);
            case 2 -> () -> newCode(id);
            case 3, 4 -> () -> redeem(id, live.get(id));
            case 5 -> () -> redeemDead(id);
            case 6 ->
                () -> dog.owner()
                        .post("/access-requests/" + id + "/allow", null)
                        .status();
            case 7 ->
                () -> dog.owner()
                        .post("/access-requests/" + id + "/refuse", null)
                        .status();
            default -> this::revokeOrExtend;
        };
    }

    private int offer(Scene clinic) {
        Answer offered = dog.owner()
                .post(
                        "/patients/" + dog.id() + "/access/offer",
                        Map.of("clinic_id", clinic.clinic, "doctor_id", clinic.doctorId, "purpose", "A random walk"));
        synchronized (this) {
            if (offered.status() == 201) {
                String id = offered.text("request/id");
                requests.add(id);
                at.put(id, clinic);
                live.put(id, offered.text("code"));
                dead.put(id, new ArrayList<>());
            }
        }
        return offered.status();
    }

    private int newCode(String id) {
        Answer next = dog.owner().post("/access-requests/" + id + "/offered-code", Map.of());
        synchronized (this) {
            if (next.status() == 200) {
                dead.get(id).add(live.get(id));
                live.put(id, next.text("code"));
            }
        }
        return next.status();
    }

    private int redeem(String id, String code) {
        return at.get(id)
                .desk
                .post("/access-requests/" + id + "/redeem", Map.of("code", code))
                .status();
    }

    private int redeemDead(String id) {
        List<String> old = List.copyOf(dead.get(id));
        if (old.isEmpty() || old.get(0).equals(live.get(id))) {
            return 0;
        }
        int status = redeem(id, old.get(0));
        assertThat(status).as("a dead code opens nothing").isIn(400, 409, 429);
        return status;
    }

    private int revokeOrExtend() {
        List<String> active = Rows.texts(
                "SELECT id::text FROM access.access_grant WHERE patient_id = ?::uuid AND ended_at IS NULL AND expires_at > now()",
                dog.id());
        if (active.isEmpty()) {
            return 0;
        }
        String grant = active.get(active.size() - 1);
        String clinic = Rows.text("SELECT clinic_id::text FROM access.access_grant WHERE id = ?::uuid", grant);
        Scene scene = IntStream.range(0, 2)
                .mapToObj(clinics::get)
                .filter(one -> one.clinic.equals(clinic))
                .findFirst()
                .orElseThrow();
        if (grant.hashCode() % 2 == 0) {
            return dog.owner().delete("/grants/" + grant).status();
        }
        int before = House.get().outbox().to(dog.mail()).size();
        Answer asked = scene.desk.post("/grants/" + grant + "/extend", Map.of("grant_hours", 48));
        if (asked.status() == 201) {
            String code = House.get().outbox().codeTo(dog.mail(), before + 1);
            synchronized (this) {
                requests.add(asked.text("id"));
                at.put(asked.text("id"), scene);
                live.put(asked.text("id"), code);
                dead.put(asked.text("id"), new ArrayList<>());
            }
        }
        return asked.status();
    }

    private static void call(Callable<Integer> move) {
        try {
            move.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

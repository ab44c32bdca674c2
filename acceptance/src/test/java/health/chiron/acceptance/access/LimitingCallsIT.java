package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Addresses;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The limits of calls as they are when nobody sets them (docs/operator.md). All other tests call from an address that is exempt;
 * these have addresses of their own, which costs no second house.
 */
class LimitingCallsIT {
    private static final int SIGN_INS_PER_ADDRESS = 120;
    private static final int SIGN_INS_PER_NAME = 30;
    private static final int LOOK_UPS = 60;

    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static Answer signIn(Api from, String name, Map<String, String> headers) {
        return from.send("POST", "/auth/token", Map.of("username", name, "password", "not-the-password-1"), headers);
    }

    private static long refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 429).count();
    }

    @Test
    void a_name_is_limited_whether_or_not_there_is_such_an_account_and_wherever_it_is_tried() {
        for (String name : List.of(scene.username("bee"), "nobody-" + Scene.next())) {
            List<Answer> answers = IntStream.range(0, SIGN_INS_PER_NAME + 3)
                    .mapToObj(i -> signIn(House.get().anybody().from(Addresses.next()), name, Map.of()))
                    .toList();
            assertThat(answers.subList(0, SIGN_INS_PER_NAME))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
            assertThat(refused(answers)).as(name.substring(0, 3)).isEqualTo(3);
            Answer last = answers.getLast();
            assertThat(last.text("code")).isEqualTo("rate/too-many");
            assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 31);
            assertThat(last.headers().firstValue("RateLimit").orElseThrow()).contains("\"sign-in-name\";r=0;t=");
            assertThat(last.headers().firstValue("RateLimit-Policy").orElseThrow())
                    .contains("\"sign-in-name\";q=30;w=900");
        }
    }

    @Test
    void an_address_is_limited_also_in_parallel_and_whatever_it_says_of_others() {
        Api caller = House.get().anybody().from(Addresses.next());
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < SIGN_INS_PER_ADDRESS + 20; i++) {
            String name = "stranger-" + Scene.next();
            String claimed = "203.0.113." + i;
            calls.add(() -> signIn(caller, name, Map.of("X-Forwarded-For", claimed)));
        }
        List<Answer> answers = Race.of(calls);
        // Two seconds and a half give one call back: as long as the race itself may take.
        assertThat(refused(answers)).isBetween(5L, 20L);
        assertThat(answers.stream().filter(answer -> answer.status() == 401).count())
                .isGreaterThanOrEqualTo(SIGN_INS_PER_ADDRESS);
    }

    @Test
    void callers_behind_a_trusted_proxy_are_told_apart_by_what_the_proxy_wrote() {
        Api proxy = House.get().anybody().from(House.TRUSTED_PROXY);
        Answer first = signIn(proxy, "stranger-" + Scene.next(), Map.of("X-Forwarded-For", "10.9.9.9, 198.51.100.7"));
        Answer same = signIn(proxy, "stranger-" + Scene.next(), Map.of("X-Forwarded-For", "10.1.1.1, 198.51.100.7"));
        Answer other = signIn(proxy, "stranger-" + Scene.next(), Map.of("X-Forwarded-For", "198.51.100.8"));
        assertThat(left(same)).isLessThan(left(first));
        assertThat(left(other)).isEqualTo(left(first));
        assertThat(Rows.text(
                        "SELECT address FROM audit.event WHERE request_id = ?",
                        first.headers().firstValue("X-Request-Id").orElseThrow()))
                .isEqualTo("198.51.100.7");
    }

    private static int left(Answer answer) {
        String state = answer.headers().firstValue("RateLimit").orElseThrow();
        return Integer.parseInt(state.replaceAll(".*\"sign-in-address\";r=(\\d+);.*", "$1"));
    }

    @Test
    void the_portals_sign_in_counts_into_the_same_limit() {
        String name = "nobody-" + Scene.next();
        for (int i = 0; i < SIGN_INS_PER_NAME; i++) {
            signIn(House.get().anybody().from(Addresses.next()), name, Map.of());
        }
        Portal.Page page = House.get().portal().from(Addresses.next()).signIn(name, "not-the-password-1");
        assertThat(page.text()).contains("Too many tries in a short time.");
    }

    @Test
    void looking_patients_up_is_limited_by_account_over_all_its_sessions() {
        String address = Addresses.next();
        Api desk = scene.desk.from(address);
        Api again = scene.as("desk").from(Addresses.next());
        Map<String, String> nobody = Map.of("microchip", "999999999");
        List<Answer> answers = IntStream.range(0, LOOK_UPS + 4)
                .mapToObj(i -> (i % 2 == 0 ? desk : again).post("/patients/lookup", nobody))
                .toList();
        assertThat(answers.getFirst().headers().firstValue("RateLimit")).contains("\"look-ups\";r=59;t=10");
        assertThat(refused(answers)).isBetween(2L, 4L);
        scene.boss.from(address).post("/patients/lookup", nobody).mustBe(200);
    }

    @Test
    void nobody_signs_in_while_calls_cannot_be_counted() {
        Api caller = House.get().anybody().from(Addresses.next());
        Map<String, String> right = Map.of("username", scene.username("doc"), "password", Scene.PASSWORD);
        caller.post("/auth/token", right).mustBe(200);
        Rows.change("REVOKE INSERT ON access.call_count FROM chiron_app");
        try {
            caller.post("/auth/token", right).mustBe(500);
        } finally {
            Rows.change("GRANT INSERT ON access.call_count TO chiron_app");
        }
        caller.post("/auth/token", right).mustBe(200);
    }

    @Test
    void the_counts_hold_no_name_and_no_address() {
        assertThat(
                        Rows.texts(
                                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'access' AND table_name = 'call_count' ORDER BY 1"))
                .containsExactly("full_again", "key");
    }
}

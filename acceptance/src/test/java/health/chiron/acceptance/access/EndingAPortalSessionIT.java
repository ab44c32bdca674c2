package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.rest.ApiDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once a portal session has ended, its cookie and the views of its pages are worth nothing, wherever a copy lies (checks 26 and 27). */
class EndingAPortalSessionIT {
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"([^\"]+)\"");

    private static final String VIEW = "jakarta.faces.ViewState";

    private Scene scene;
    private Portal desk;

    @BeforeEach
    void somebody_signed_in() {
        scene = Scene.open();
        desk = again();
        assertThat(desk.get("desk").status()).isEqualTo(200);
    }

    @Test
    void the_form_that_the_others_try_does_something_while_the_session_lives() {
        desk.post("desk", darkening(desk.get("desk")));
        assertThat(theme("desk")).isEqualTo("DARK");
    }

    @Test
    void signing_out_kills_cookie_and_view_on_every_device() {
        Portal copy = Portal.with(desk.cookie());
        Portal another = Portal.with(desk.cookie());
        Map<String, String> form = darkening(desk.get("desk"));
        signOut(desk);
        assertDead(copy, another, form);
    }

    @Test
    void another_session_of_the_same_person_lives_on() {
        Portal other = again();
        signOut(desk);
        assertThat(other.get("desk").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_was_revoked_is_dead_at_the_next_request() {
        Map<String, String> form = darkening(desk.get("desk"));
        Portal another = again();
        int ended = Rows.change(
                "UPDATE access.session s SET ended_at = now(), end_reason = 'REVOKED' FROM access.account a"
                        + " WHERE a.id = s.account_id AND a.username = ? AND s.channel = 'PORTAL' AND s.ended_at IS NULL",
                scene.username("desk"));
        assertThat(ended).isEqualTo(2);
        assertDead(desk, another, form);
    }

    @Test
    void a_deactivated_account_is_out_and_stays_out_of_the_old_session_when_it_is_back() {
        Map<String, String> form = darkening(desk.get("desk"));
        Portal another = again();
        setStatus("DEACTIVATED");
        assertDead(desk, another, form);
        setStatus("ACTIVE");
        assertThat(Portal.with(desk.cookie()).get("desk").leadsToSignIn()).isTrue();
    }

    @Test
    void a_session_is_idle_for_too_long() {
        Map<String, String> form = darkening(desk.get("desk"));
        Portal another = again();
        rest(31);
        assertDead(desk, another, form);
    }

    /** Busy until the last moment: what ends is not the rest but the day (check 26). */
    @Test
    void a_session_ends_twelve_hours_after_it_began_however_busy_it_is() {
        assertThat(Rows.count(
                        "SELECT extract(epoch FROM s.expires_at - s.started_at)::bigint FROM access.session s JOIN access.account a"
                                + " ON a.id = s.account_id WHERE a.username = ? AND s.channel = 'PORTAL'",
                        scene.username("desk")))
                .isEqualTo(12 * 3600);
        Map<String, String> form = darkening(desk.get("desk"));
        Portal another = again();
        Rows.change(
                "UPDATE access.session s SET started_at = now() - interval '12 hours', last_used_at = now(), expires_at = now() FROM access.account a"
                        + " WHERE a.id = s.account_id AND a.username = ? AND s.channel = 'PORTAL'",
                scene.username("desk"));
        assertDead(desk, another, form);
    }

    /** The names of what the portal's own pages read from their addresses. */
    private static Stream<String> parametersOfPages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("..", "web-portal", "src", "main", "webapp"))) {
            List<String> names = pages.filter(page -> page.toString().endsWith(".xhtml"))
                    .flatMap(page -> PARAMETER.matcher(read(page)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(names).contains("patient", "id", "clinic");
            return names.stream();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_that_a_request_brings_along_makes_up_for_the_rest() throws IOException {
        String everything = Stream.of(
                        parametersOfPages(),
                        Stream.of(
                                "session_minutes",
                                "sessionMinutes",
                                "idle",
                                "keep",
                                "keepAlive",
                                "keep_alive",
                                "poll",
                                "ping",
                                "timeout",
                                "remember",
                                "rememberMe",
                                "refresh",
                                "renew",
                                "session",
                                "return",
                                "jakarta.faces.partial.ajax",
                                "primefaces.ajax",
                                "after"),
                        ApiDescription.operations().stream()
                                .flatMap(operation ->
                                        operation.json().path("parameters").valueStream())
                                .filter(parameter ->
                                        parameter.path("in").asText().equals("query"))
                                .map(parameter -> parameter.path("name").asText()))
                .flatMap(names -> names)
                .distinct()
                .map(name -> name + "=720")
                .collect(Collectors.joining("&"));
        for (Map<String, String> headers : List.of(
                Map.of("Faces-Request", "partial/ajax", "X-Requested-With", "XMLHttpRequest"),
                Map.of("Keep-Alive", "timeout=99999", "X-Session-Timeout", "720", "Refresh", "0"),
                Map.of("Authorization", "Bearer {cookie}", "X-Forwarded-For", "127.0.0.1"))) {
            // A session for each: what the first request finds at its end is over for those that follow.
            Portal tired = again();
            rest(31);
            Map<String, String> brought = new HashMap<>(headers);
            brought.replaceAll((name, value) -> value.replace("{cookie}", tired.cookie()));
            Portal.Page page = tired.get("desk?" + everything, brought);
            if (headers.containsKey("Faces-Request")) {
                assertThat(page.text())
                        .contains("<redirect url=\"/portal/login")
                        .doesNotContain("Front desk");
            } else {
                // A token that is none is answered by the server itself.
                assertThat(page.leadsToSignIn() || page.status() == 401)
                        .as(headers.toString())
                        .isTrue();
            }
            assertThat(tired.get("desk").leadsToSignIn()).as("afterwards").isTrue();
        }
    }

    @Test
    void whoever_wants_a_shorter_rest_is_out_earlier_and_nobody_gets_a_longer_one() {
        prefer(60).mustBe(400);
        prefer(4).mustBe(400);
        prefer(5).mustBe(200);
        rest(6);
        assertThat(desk.get("desk").leadsToSignIn()).isTrue();

        desk = again();
        Rows.change("UPDATE access.account SET session_minutes = 720 WHERE username = ?", scene.username("desk"));
        rest(31);
        assertThat(desk.get("desk").leadsToSignIn()).isTrue();
    }

    private Answer prefer(int minutes) {
        return scene.desk.put(
                "/auth/me/preferences",
                Map.of("language", "en", "theme", "auto", "time_zone", "UTC", "session_minutes", minutes));
    }

    private void rest(int minutes) {
        Rows.change(
                "UPDATE access.session s SET last_used_at = last_used_at - make_interval(mins => ?) FROM access.account a"
                        + " WHERE a.id = s.account_id AND a.username = ? AND s.channel = 'PORTAL'",
                minutes,
                scene.username("desk"));
    }

    @Test
    void a_session_that_is_ended_from_another_device_is_dead_there() {
        Portal other = again();
        Map<String, String> form = other.get("sessions").form("sessions");
        form.put("sessions:endOthers", "");
        assertThat(other.post("sessions", form).location()).endsWith("/portal/sessions");
        assertThat(desk.get("desk").leadsToSignIn()).isTrue();
        assertThat(other.get("desk").status()).isEqualTo(200);
    }

    @Test
    void an_old_view_does_nothing_in_a_new_session() {
        Map<String, String> form = darkening(desk.get("desk"));
        signOut(desk);
        again().post("desk", form);
        assertThat(theme("desk")).isEqualTo("AUTO");
    }

    @Test
    void a_view_of_somebody_else_does_nothing() {
        Portal boss = House.get().portal().mustSignIn(scene.username("boss"), Scene.PASSWORD);
        Map<String, String> own = darkening(boss.get("patients"));
        Map<String, String> foreign = darkening(desk.get("patients"));
        assertThat(foreign.get(VIEW)).isNotEqualTo(own.get(VIEW));

        boss.post("patients", foreign);

        assertThat(theme("boss")).isEqualTo("AUTO");
        assertThat(theme("desk")).isEqualTo("AUTO");
    }

    @Test
    void a_view_of_another_page_does_nothing() {
        desk.post("patients", darkening(desk.get("desk")));
        assertThat(theme("desk")).isEqualTo("AUTO");
    }

    @Test
    void a_form_without_a_view_does_nothing() {
        Map<String, String> form = darkening(desk.get("desk"));
        form.remove(VIEW);
        desk.post("desk", form);
        assertThat(theme("desk")).isEqualTo("AUTO");
    }

    /**
     * Whatever is asked first finds the end, and the container's session is gone with it: so posting and looking are tried by two, each
     * of whom nobody has tried before.
     */
    private void assertDead(Portal posts, Portal looks, Map<String, String> form) {
        assertThat(posts.post("desk", form).leadsToSignIn()).as("a post").isTrue();
        assertThat(theme("desk")).isEqualTo("AUTO");
        assertThat(looks.get("desk").leadsToSignIn()).as("a page").isTrue();
        assertThat(posts.get("desk").leadsToSignIn()).as("a page after it").isTrue();
    }

    private Portal again() {
        return House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
    }

    private static Map<String, String> darkening(Portal.Page page) {
        Map<String, String> form = page.form("display");
        assertThat(form).containsKey(VIEW);
        form.put("display:dark", "Dark");
        return form;
    }

    private static void signOut(Portal who) {
        Map<String, String> form = who.get("desk").form("leave");
        form.put("leave:signOut", "");
        Portal.Page answer = who.post("desk", form);
        assertThat(answer.location()).contains("login");
    }

    private String theme(String who) {
        return Rows.text("SELECT theme FROM access.account WHERE username = ?", scene.username(who));
    }

    private void setStatus(String status) {
        Rows.change("UPDATE access.account SET status = ? WHERE username = ?", status, scene.username("desk"));
    }
}

package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.chiron.acceptance.house.Fingerprint;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the portal, opened by everybody, and everything that can be posted from it, posted by everybody (checks 1 and 8): also by
 * those who never see the button, with a view of their own and with somebody else's. Whoever may not changes nothing and reads nothing
 * of anybody's chart.
 */
class KeepingThePortalMatrixIT {
    private static final PortalMatrix MATRIX = PortalMatrix.read();

    /** A page that everybody has who is signed in. */
    private static final String OWN = "account";

    private static Cast cast;
    private static Errands errands;
    private static final Map<String, Portal> PORTALS = new ConcurrentHashMap<>();
    private static final Map<Portal, Map<String, String>> VIEWS = new ConcurrentHashMap<>();
    /** What the log has of every page that was shown, by the page. */
    private static final Map<String, Set<String>> ASKED = new TreeMap<>();

    private static final ExecutorService CALLERS = Executors.newFixedThreadPool(4);

    @BeforeAll
    static void everybody_is_there() {
        cast = new Cast();
        errands = new Errands(cast);
        errands.setBack();
        errands.filled("{invitation_id}", "any"); // the clinic has invited somebody
        errands.of("POST /access/examples", "treated") // there is an example to retire
                .by(cast.player("auditor", "treated").api())
                .mustBe(201);
    }

    @AfterAll
    static void nobody_calls_any_more() {
        CALLERS.shutdownNow();
    }

    @Test
    void every_page_and_every_action_has_its_row_and_every_row_its_page_or_action() {
        assertThat(MATRIX.named()).containsExactlyInAnyOrderElementsOf(PortalPages.all());
    }

    /** Also of those whose step nobody of the cast stands at, so that no page shows it: a name that is nobody's would keep them all out. */
    @Test
    void every_button_of_the_matrix_is_one_of_its_page_and_calls_what_it_says() {
        PortalPages pages = PortalPages.read();
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (PortalMatrix.Row row : MATRIX.rows()) {
            for (PortalMatrix.Act act : row.acts()) {
                String button = act.button();
                if (button != null && ++looked > 0 && !pages.has(row.page(), act.bound(), button)) {
                    wrong.add(row + " " + act.bound() + " " + button);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(90);
    }

    @Test
    void a_button_that_is_named_otherwise_is_found(@TempDir Path webapp) throws IOException {
        Files.writeString(webapp.resolve("planted.xhtml"), """
                <x xmlns:ch="urn:health:chiron"><ch:form id="manage"><ch:button id="off" bean="#{planted}" action="end"/>
                  <ch:button id="on" bean="#{planted}" action="begin"/></ch:form></x>""");
        PortalPages pages = PortalPages.read(webapp);

        assertThat(pages.has("planted", "planted.end", "manage:off")).isTrue();
        assertThat(pages.has("planted", "planted.end", "manage:of")).isFalse();
        assertThat(pages.has("planted", "planted.end", "manage:on")).isFalse();
        assertThat(pages.has("planted", "planted.end", "mange:off")).isFalse();
    }

    @Test
    void a_page_and_an_action_that_are_new_are_found(@TempDir Path webapp) throws IOException {
        Files.writeString(webapp.resolve("planted.xhtml"), """
                <x xmlns:h="jakarta.faces.html" xmlns:ch="urn:health:chiron">
                  <ch:confirmRow bean="#{planted}" action="end" arg="#{row.id}"/><h:commandButton action="#{planted.go}"/></x>""");

        assertThat(PortalPages.in(webapp)).containsExactly("planted", "planted planted.end", "planted planted.go");
    }

    @Test
    void an_action_that_is_called_in_a_new_way_is_not_passed_over(@TempDir Path webapp) throws IOException {
        Files.writeString(webapp.resolve("planted.xhtml"), "<x action=\"#{one.more ? a.b : c.d}\"/>");

        assertThatThrownBy(() -> PortalPages.in(webapp)).hasMessageContaining("planted");
    }

    @Test
    void a_row_in_which_somebody_has_no_cell_is_named() throws IOException {
        JsonNode actors = new YAMLMapper().readTree("{anonymous: [], owner: []}");
        JsonNode planted = new YAMLMapper().readTree("pages: {mine: {in: {any: in}}}");

        assertThatThrownBy(() -> PortalMatrix.of(Actors.of(actors), planted))
                .hasMessage("mine (any) has 1 statuses for 2 actors");
    }

    @TestFactory
    Stream<DynamicTest> each_page_and_each_post_is_answered_as_the_matrix_says() {
        return Stream.concat(
                MATRIX.rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> new Round(row).go())),
                // Last, when all pages have been opened.
                Stream.of(DynamicTest.dynamicTest(
                        "the doors that each page asks", KeepingThePortalMatrixIT::everyDoorIsLogged)));
    }

    /** No page asks a door unlogged, or one that nobody has thought of (check 65). */
    private static void everyDoorIsLogged() {
        SoftAssertions doors = new SoftAssertions();
        MATRIX.doors()
                .forEach((page, asked) -> doors.assertThat(ASKED.getOrDefault(page, Set.of()))
                        .as("doors of %s", page)
                        .isEqualTo(asked));
        doors.assertAll();
    }

    /** Everybody at one page. */
    private static final class Round {
        private final PortalMatrix.Row row;
        private final SoftAssertions cells = new SoftAssertions();
        private Map<String, Portal.Page> pages;
        private String address;
        /** The sum as it is while nobody changes anything; null when somebody has since it was taken. */
        private String quiet;

        Round(PortalMatrix.Row row) {
            this.row = row;
        }

        void go() {
            bringAbout(row.state());
            address = errands.filled(row.address(), row.state());
            byAll(row.cells().keySet(), actor -> {
                portal(actor, row.state()); // who signs in late is no change by the page
                return null;
            });
            quiet = sum();
            pages = byAll(
                    row.cells().keySet(), actor -> portal(actor, row.state()).get(address));
            pages.forEach((actor, page) -> {
                cells.assertThat(answered(page)).as(actor).isEqualTo(row.cells().get(actor));
                cells.assertThat(leaks(actor, page, row.shows()))
                        .as("%s saw", actor)
                        .isEmpty();
            });
            if (row.asksAboutSomebody()) {
                refusalsAreLogged();
            }
            whatIsShownIsLogged();
            mustBeQuiet("opening the page");
            row.acts().forEach(act -> {
                forgedByOthers(act);
                act.presses().forEach(actor -> press(act, actor));
            });
            errands.setBack();
            cells.assertAll();
        }

        /** With what the sum leaves out, of the person who is managed. */
        private static String sum() {
            return Fingerprint.now() + " " + Fingerprint.of(cast.kept);
        }

        private void mustBeQuiet(String what) {
            String now = sum();
            cells.assertThat(now).as("%s changed nothing", what).isEqualTo(quiet);
            quiet = now;
        }

        private void refusalsAreLogged() {
            pages.forEach((actor, page) -> {
                if (page.status() == 403 || page.status() == 404) {
                    cells.assertThat(logged(page, "true"))
                            .as("whom the log has for the refusal of %s", actor)
                            .containsOnly(cast.player(actor, row.state()).account());
                }
            });
        }

        /** Whoever is named on a page has a row, of its reader; and a door that a page asks is asked once (check 65). */
        private void whatIsShownIsLogged() {
            pages.forEach((actor, page) -> {
                if (page.status() != 200) {
                    return;
                }
                Set<String> about = new HashSet<>(cast.named(page.text()));
                if (row.asksAboutSomebody()) {
                    about.add(cast.patient(row.state()).id());
                }
                ASKED.computeIfAbsent(row.page(), any -> new TreeSet<>())
                        .addAll(rows(page, "operation", "outcome = 'PERMITTED'"));
                List<String> permitted = rows(
                        page,
                        "concat_ws(' ', account_id, channel, operation, patient_id, record_id)",
                        "outcome = 'PERMITTED'");
                cells.assertThat(permitted)
                        .as("rows of what %s is shown", actor)
                        .doesNotHaveDuplicates()
                        .allMatch(one ->
                                one.startsWith(cast.player(actor, row.state()).account() + " PORTAL "));
                cells.assertThat(rows(page, "patient_id::text", "outcome = 'PERMITTED' AND patient_id IS NOT NULL"))
                        .as("whom %s is shown, in the log", actor)
                        .containsAll(about);
            });
        }

        private void forgedByOthers(PortalMatrix.Act act) {
            Map<String, String> model = model(act);
            List<String> others = row.cells().keySet().stream()
                    .filter(actor -> !act.by().contains(actor))
                    .toList();
            if (quiet == null) {
                quiet = sum();
            }
            for (String actor : others) {
                if (act.press() != null) {
                    cells.assertThat(pages.get(actor).button(act.press()))
                            .as("%s is offered %s", actor, act.bound())
                            .isEmpty();
                }
            }
            // What keeps somebody else's view out knows nothing of the button: once a page is enough.
            if (act.equals(row.acts().getFirst())) {
                byAll(others, actor -> portal(actor, row.state()).post(address, model))
                        .forEach((actor, answer) -> check(actor, act, "with a view of somebody else", answer));
            }
            byAll(others, actor -> withOwnView(actor, model))
                    .forEach((actor, answer) -> check(actor, act, "with a view of one's own", answer));
            mustBeQuiet(act.bound() + ", forged,");
        }

        /** Posts with a view of this very page, without the button, where it is shown; else with one of the page that everybody has. */
        private Portal.Page withOwnView(String actor, Map<String, String> model) {
            Portal portal = portal(actor, row.state());
            Map<String, String> own = new LinkedHashMap<>(model);
            Map<String, String> here = pages.get(actor).view();
            own.putAll(
                    here.isEmpty()
                            ? VIEWS.computeIfAbsent(portal, any -> any.get(OWN).view())
                            : here);
            return portal.post(address, own);
        }

        private void check(String actor, PortalMatrix.Act act, String how, Portal.Page answer) {
            cells.assertThat(answer.status())
                    .as("%s by %s %s", act.bound(), actor, how)
                    .isLessThan(500);
            cells.assertThat(leaks(actor, answer, act.shows()))
                    .as("%s by %s %s shows", act.bound(), actor, how)
                    .isEmpty();
        }

        /** The post as it comes from somebody who may; with a form made up where nobody in the cast stands at that step. */
        private Map<String, String> model(PortalMatrix.Act act) {
            Portal.Page of =
                    act.by().isEmpty() ? null : pages.get(act.by().iterator().next());
            Map<String, String> model = of == null
                    ? new LinkedHashMap<>(Map.of(act.form(), act.form(), Portal.VIEW, "-1:-1"))
                    : of.filledForm(act.form());
            fill(act, model, of);
            return model;
        }

        private void fill(PortalMatrix.Act act, Map<String, String> form, Portal.Page of) {
            act.fields().forEach((name, value) -> form.put(name, errands.filled(value, row.state())));
            if (act.press() != null) {
                form.put(of == null ? act.press() : of.button(act.press()).orElse(act.press()), "");
            }
        }

        private void press(PortalMatrix.Act act, String actor) {
            Portal portal = act.alone() ? fresh(actor, row.state()) : portal(actor, row.state());
            Portal.Page page = portal.get(address);
            boolean offered = act.press() == null
                    ? page.status() == 200
                    : page.button(act.press()).isPresent();
            cells.assertThat(offered).as("%s is offered %s", actor, act.bound()).isTrue();
            if (!offered) {
                return;
            }
            Map<String, String> form = page.filledForm(act.form());
            fill(act, form, page);
            Portal.Page answer = portal.post(address, form);
            check(actor, act, "in earnest", answer);
            if (act.changes()) {
                cells.assertThat(logged(answer, "action NOT IN ('READ', 'LOOK_UP')"))
                        .as("%s by %s did something: %s", act.bound(), actor, said(answer))
                        .containsOnly(cast.player(actor, row.state()).account());
            }
            errands.setBack();
            bringAbout(row.state());
            // What an act has ended or let in is another one from now on.
            address = row.address().contains("{client_id}") ? errands.filled(row.address(), row.state()) : address;
            quiet = null;
            if (act.alone()) {
                PORTALS.remove(key(actor, row.state()));
            }
        }

        private List<String> leaks(String actor, Portal.Page page, Set<String> shows) {
            Set<String> allowed = new HashSet<>(MATRIX.actors().sees().get(actor));
            if (page.status() == 200) {
                allowed.addAll(shows);
            }
            return cast.leaks(allowed, page.text());
        }
    }

    private static final Pattern SAID =
            Pattern.compile("class=\"(?:message [a-z]+|field-error)\"[^>]*>(.*?)</(?:div|span)>");

    /** What an answer tells its reader. */
    private static String said(Portal.Page answer) {
        return answer.status() + " " + answer.location() + " "
                + SAID.matcher(answer.text())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
    }

    /** Whom the log has for a request. */
    private static Set<String> logged(Portal.Page answer, String condition) {
        return Set.copyOf(rows(answer, "account_id::text", condition));
    }

    /** What the log has of a request. */
    private static List<String> rows(Portal.Page answer, String what, String condition) {
        return Rows.texts(
                "SELECT " + what
                        + " FROM audit.event WHERE request_id = ? AND occurred_at > now() - interval '5 minutes' AND "
                        + condition,
                answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    /** What each of them gets, asked at the same time. */
    private static Map<String, Portal.Page> byAll(Collection<String> actors, Function<String, Portal.Page> call) {
        Map<String, Portal.Page> answers = new LinkedHashMap<>();
        Map<String, Future<Portal.Page>> waiting = new LinkedHashMap<>();
        actors.forEach(actor -> waiting.put(actor, CALLERS.submit(() -> call.apply(actor))));
        waiting.forEach((actor, answer) -> {
            try {
                answers.put(actor, answer.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(actor, e);
            }
        });
        return answers;
    }

    /** States of people and clinics that the cast is not in by itself; {@link Errands#setBack()} ends them. */
    private static void bringAbout(String state) {
        switch (state) {
            case "verified" -> {
                Rows.change(
                        "UPDATE access.clinic SET verified = true, verified_at = now(), verified_by = ?::uuid WHERE id = ?::uuid",
                        cast.player("platform administrator", state).account(),
                        cast.here.clinic);
                Rows.change(
                        "UPDATE access.practitioner SET verified = true, verified_at = now(), verified_by = ?::uuid WHERE account_id = ?::uuid",
                        cast.player("platform administrator", state).account(),
                        cast.here.doctorId);
            }
            case "closed" ->
                Rows.change(
                        "UPDATE access.clinic SET active = false, deactivated_at = now(), deactivated_by = ?::uuid WHERE id = ?::uuid",
                        cast.player("platform administrator", state).account(),
                        cast.here.clinic);
            case "deactivated" ->
                Rows.change(
                        "UPDATE access.account SET status = 'DEACTIVATED', deactivated_at = now(), deactivated_by = ?::uuid, deactivation_reason = 'Has left' WHERE id = ?::uuid",
                        cast.player("platform administrator", state).account(),
                        cast.kept);
            case "invited" ->
                Rows.change(
                        "UPDATE access.account SET status = 'INVITED', email = username || '@example.org' WHERE id = ?::uuid",
                        cast.kept);
            case "unproven" ->
                Rows.change(
                        "UPDATE access.account SET email_verified_at = NULL WHERE username = ?",
                        cast.patient(state).mail());
            case "locked" ->
                Rows.change(
                        "UPDATE access.account SET failed_sign_ins = 10, locked_until = now() + interval '10 minutes' WHERE id = ?::uuid",
                        cast.kept);
            default -> {
                // Everything is there.
            }
        }
    }

    private static String answered(Portal.Page page) {
        if (page.leadsToSignIn()) {
            return PortalMatrix.SIGN_IN;
        }
        return page.status() == 302 ? PortalMatrix.ELSEWHERE : Integer.toString(page.status());
    }

    /** Somebody at the portal, signed in once for all rows; whoever the portal does not let in stands outside. */
    private static Portal portal(String actor, String state) {
        return PORTALS.computeIfAbsent(key(actor, state), any -> fresh(actor, state));
    }

    private static String key(String actor, String state) {
        return actor + " " + cast.player(actor, state).account();
    }

    private static Portal fresh(String actor, String state) {
        Portal portal = House.get().portal();
        Credentials first = House.get().stack().firstAdministrator();
        String username = cast.username(actor, state);
        if (username != null) {
            portal.signIn(username, username.equals(first.username()) ? first.password() : Scene.PASSWORD);
        }
        return portal;
    }
}

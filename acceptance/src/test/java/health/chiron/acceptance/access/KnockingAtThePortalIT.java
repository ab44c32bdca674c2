package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, session ids and links that no page of the portal makes (checks 12, 28, 35, 36). */
class KnockingAtThePortalIT {
    private static final Path PAGES = Path.of("").toAbsolutePath().getParent().resolve("web-portal/src/main/webapp");

    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static Portal desk() {
        return House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
    }

    @Test
    void no_source_and_no_part_of_a_page_is_served_to_whoever_is_signed_in() throws IOException {
        Portal desk = desk();
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<String> sources = files.filter(Files::isRegularFile)
                    .map(file -> PAGES.relativize(file).toString())
                    .filter(name -> name.startsWith("WEB-INF") || name.endsWith(".xhtml"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(60);
            for (String source : sources) {
                Portal.Page page = desk.get(source);
                assertThat(page.status()).as(source).isEqualTo(404);
                assertThat(page.text()).as(source).doesNotContain("#{", "<ui:", "<servlet");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.faces.resource/web.xml?ln=../WEB-INF",
                "jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
                "jakarta.faces.resource/..%2fWEB-INF%2fweb.xml.xhtml",
                "jakarta.faces.resource/web.xml.xhtml?loc=../WEB-INF",
                "jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                "jakarta.faces.resource/desk.xhtml.xhtml?ln=..",
                "assets/..%2fWEB-INF%2fweb.xml",
                "assets/%2e%2e/WEB-INF/web.xml",
                "assets/..;/WEB-INF/web.xml",
                "assets/%2e%2e;/desk.xhtml",
                "desk;x/../WEB-INF/web.xml",
                "WEB-INF;/web.xml",
                "web-inf/web.xml"
            })
    void nothing_beside_the_pages_is_reached_by_a_bent_path(String path) {
        for (Portal who : List.of(House.get().portal(), desk())) {
            Portal.Page page = who.get(path);
            assertThat(page.status()).as(path).isIn(301, 302, 400, 404);
            assertThat(page.text()).doesNotContain("<web-app", "#{", "<filter");
        }
    }

    @Test
    void a_session_id_in_the_address_is_worth_nothing_and_is_never_put_there() {
        Portal desk = desk();
        for (String name : List.of("jsessionid", "JSESSIONID", "CHIRONPORTAL", "chironportal", "x")) {
            String path = "desk;" + name + "=" + desk.id();
            // With the key in a cookie as well, as if it were the session's own browser.
            String key = "0; CHIRONKEY=" + desk.cookie().replaceAll(".*=", "");
            for (Portal who : List.of(House.get().portal(), Portal.with(key))) {
                Portal.Page page = who.get(path);
                assertThat(page.leadsToSignIn() || page.status() == 404)
                        .as(name + " " + page.status())
                        .isTrue();
            }
        }
        Portal fresh = House.get().portal();
        assertThat(fresh.get("login").text() + fresh.get("desk").location())
                .doesNotContain("jsessionid", "CHIRONPORTAL", fresh.id());
        assertThat(desk.get("desk").text()).doesNotContain("jsessionid", "CHIRONPORTAL", desk.id());
    }

    /** The container's name for a session is no secret by itself: it has too little chance in it. */
    @Test
    void the_containers_id_opens_nothing_without_the_key_and_neither_does_a_foreign_key() {
        Portal desk = desk();
        Portal other = desk();
        assertThat(desk.get("desk").status()).isEqualTo(200);
        assertThat(Portal.with(desk.id()).get("desk").leadsToSignIn()).isTrue();
        desk = desk();
        String foreign = other.cookie().replace(other.id(), desk.id());
        assertThat(Portal.with(foreign).get("desk").leadsToSignIn()).isTrue();
        desk = desk();
        assertThat(Portal.with(desk.id() + "; CHIRONKEY=").get("desk").leadsToSignIn())
                .isTrue();
    }

    @Test
    void an_id_that_somebody_brings_along_is_not_taken_up() {
        Portal victim = Portal.with("0123456789abcdef0123456789abcdef");
        victim.get("login");
        assertThat(victim.cookie()).isNotEqualTo("0123456789abcdef0123456789abcdef");
        String before = victim.cookie();
        victim.mustSignIn(scene.username("desk"), Scene.PASSWORD);
        assertThat(victim.cookie()).isNotEqualTo(before);
        assertThat(Portal.with(before).get("desk").leadsToSignIn()).isTrue();
        assertThat(victim.get("desk").status()).isEqualTo(200);
    }

    @Test
    void a_session_cannot_be_guessed_and_its_cookies_go_nowhere_else() {
        Portal portal = House.get().portal();
        portal.get("login");
        Portal.Page answer = portal.signIn(scene.username("desk"), Scene.PASSWORD);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Path=/portal", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain", "Expires", "Max-Age"));
        String key = cookies.stream()
                .filter(cookie -> cookie.startsWith("CHIRONKEY="))
                .findFirst()
                .orElseThrow()
                .replaceAll("^CHIRONKEY=([^;]*);.*", "$1");
        // Letters of base64 are six bits each.
        assertThat(key).matches("[A-Za-z0-9_-]+");
        assertThat(key.length() * 6).isGreaterThanOrEqualTo(256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example/portal/desk",
                "javascript:alert(1)",
                "/portal//evil.example",
                "/portalevil/desk",
                "/portal/../api/v1/auth/me",
                "/portal/%2e%2e/api",
                "/portal/desk\r\nX-Planted: 1",
                "/portal/desk%0d%0aX-Planted:1",
                "/portal/desk#//evil.example",
                "/portal/;//evil.example",
                "\t//evil.example"
            })
    void signing_in_leads_to_a_page_of_the_portal_whatever_the_link_said(String wanted) {
        String link = "login?return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        Portal desk = House.get().portal();
        Map<String, String> form = desk.get(link).form("login");
        form.put("login:username", scene.username("desk"));
        form.put("login:password", Scene.PASSWORD);
        form.put("login:signIn", "");
        Portal.Page answer = desk.post(link, form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(URI.create(answer.location()).getPath()).isEqualTo("/portal/desk");
        assertThat(answer.location()).doesNotContain("evil");
        assertThat(answer.headers().firstValue("X-Planted")).isEmpty();
    }

    @Test
    void signing_out_and_what_fails_lead_nowhere_else_either() {
        String evil = "return=//evil.example/&after=//evil.example/&url=//evil.example/&next=https://evil.example/";
        Portal desk = desk();
        // What leads on, to whoever is signed in and to whoever is not.
        assertLeadsTo(desk.get("?" + evil), "/portal/home");
        assertLeadsTo(desk.get("home?" + evil), "/portal/desk");
        for (String path : List.of("no-such-page", "error", "desk/../error")) {
            Portal.Page page = desk.get(path + "?" + evil);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.text()).as(path).doesNotContain("evil.example");
        }
        for (String path : List.of("desk", "no-such-page", "")) {
            assertLeadsTo(
                    House.get().portal().get(path + "?" + evil), path.isEmpty() ? "/portal/home" : "/portal/login");
        }
        Map<String, String> form = desk.get("desk").form("leave");
        form.put("leave:signOut", "");
        assertLeadsTo(desk.post("desk?" + evil, form), "/portal/login");
        // A form goes back to the page's own address, with all that stood in it.
        assertThat(desk.get("activate?" + evil).text()).doesNotContainPattern("(href|action|content)=\"[^\"/]*//evil");
    }

    /** By its path alone: what was asked for stands encoded behind it, if at all. */
    private static void assertLeadsTo(Portal.Page page, String path) {
        assertThat(page.status()).as(page.text()).isEqualTo(302);
        URI address = URI.create(page.location());
        assertThat(address.getAuthority()).as(page.location()).isNull();
        assertThat(address.getPath()).isEqualTo(path);
    }

    /** A cache or a mail that is made with the name from the request would send people there. */
    @Test
    void another_hosts_name_in_the_request_leads_nobody_there() throws IOException {
        String answer = raw("GET /portal/desk HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 302")
                .contains("Location: /portal/login")
                .doesNotContain("evil");
        String forwarded = raw("GET /portal/desk HTTP/1.1\r\nHost: localhost:" + port()
                + "\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
        assertThat(forwarded).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
    }

    private static int port() {
        return House.get().stack().server().port();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

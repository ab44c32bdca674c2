package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of another site, in the browser of somebody who is signed in, does nothing in their name and reads nothing (check 33). */
class ComingFromAnotherSiteIT {
    private final Scene scene = Scene.open();
    private HttpServer elsewhere;
    private Visitor desk;
    private String page = "";

    @BeforeEach
    void somebody_signed_in_looks_at_another_site() throws IOException {
        // The browser takes localhost and 127.0.0.1 for two sites.
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        elsewhere.start();
        desk = Chromium.visitor("desk").signIn(scene.username("desk"), Scene.PASSWORD);
        assertThat(desk.heading()).isEqualTo("Front desk");
    }

    @AfterEach
    void close() {
        desk.close();
        elsewhere.stop(0);
    }

    private void visit(String html) {
        page = "<!DOCTYPE html><title>elsewhere</title>" + html;
        desk.page().navigate("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
    }

    private String theme() {
        return Rows.text("SELECT theme FROM access.account WHERE username = ?", scene.username("desk"));
    }

    private static String portal() {
        return House.get().stack().baseUrl() + "/portal/";
    }

    private static String form(String target) {
        return "<form method=post action=\"" + portal() + target + "\">"
                + "<input name=display value=display><input name=\"display:dark\" value=Dark>"
                + "<input name=\"jakarta.faces.ViewState\" value=\"%s\"><button>go</button></form>";
    }

    @Test
    void a_form_is_posted_without_the_session_and_changes_nothing() {
        // Even with a view that is really there, as if it had been seen over the shoulder.
        String view = desk.page()
                .locator("input[name='jakarta.faces.ViewState']")
                .first()
                .inputValue();
        for (String state : new String[] {"", view}) {
            visit(form("desk").formatted(state));
            desk.page().locator("button").click();
            desk.page().waitForLoadState();
            assertThat(desk.heading()).isEqualTo("Sign in");
            assertThat(theme()).isEqualTo("AUTO");
            desk.open("desk");
            assertThat(desk.heading()).as("the session itself lives on").isEqualTo("Front desk");
        }
    }

    @Test
    void a_script_reads_neither_page_nor_api() {
        visit("");
        for (String path : new String[] {"portal/desk", "portal/patients", "api/v1/auth/me", "api/v1/patients"}) {
            Object read = desk.page()
                    .evaluate(
                            "url => fetch(url, {credentials: 'include'}).then(a => a.text(), e => 'refused')",
                            House.get().stack().baseUrl() + "/" + path);
            assertThat(read).as(path).isEqualTo("refused");
        }
    }

    @Test
    void a_page_of_the_portal_is_not_shown_in_a_frame() {
        visit("<iframe src=\"" + portal() + "desk\"></iframe>");
        desk.page().waitForLoadState(LoadState.NETWORKIDLE);
        // By what it shows: of a frame of another site the address is not known here.
        List<Frame> frames = desk.page().frames().stream()
                .filter(frame -> frame.parentFrame() != null)
                .toList();
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().locator("h1").allInnerTexts()).doesNotContain("Front desk", "Sign in");
    }
}

package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. Remembers everything that the browser complained about. */
final class Visitor implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");
    /** Pictures are for people, and cost more than all that a test looks at: they are taken when somebody wants to see them. */
    private static final boolean PICTURES = System.getenv("CHIRON_PICTURES") != null;

    private static final String AXE = axe();

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    private static String axe() {
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, for what only one test does. */
    Page page() {
        return page;
    }

    /** The window's cookies and pages. */
    BrowserContext window() {
        return context;
    }

    /** Opens a page of the portal, such as {@code chart?patient=...}; the answer's status. */
    int open(String path) {
        Response response = page.navigate(path);
        return response.status();
    }

    Visitor signIn(String username, String password) {
        open("login");
        return fill("login:username", username).fill("login:password", password).press("login:signIn");
    }

    /** Sets the first password by the link of an invitation, and signs in. */
    Visitor activate(String token, String username, String password) {
        open("activate?token=" + token);
        fill("activate:password", password).fill("activate:again", password).press("activate:activate-go");
        assertThat(messages()).contains("password is set");
        return signIn(username, password);
    }

    Visitor fill(String id, String text) {
        field(id).fill(text);
        return this;
    }

    /** Chooses an entry of a list by its text. */
    Visitor choose(String id, String label) {
        field(id).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        return this;
    }

    /** Presses a button that loads a page. */
    Visitor press(String id) {
        field(id).click();
        page.waitForLoadState();
        return this;
    }

    /** Presses a button that asks first, and says yes. */
    Visitor pressAndConfirm(Locator button) {
        button.click();
        Locator yes = page.locator("dialog[open] [data-answer=yes]");
        yes.waitFor();
        page.waitForNavigation(yes::click);
        page.waitForLoadState();
        return this;
    }

    /** Follows a link in the main part by its words. */
    Visitor follow(String words) {
        page.locator("main a", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    Locator field(String id) {
        return page.locator("[id=\"" + id + "\"]");
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /** What the message area says. */
    String messages() {
        return String.join(" ", page.locator(".messages").allInnerTexts());
    }

    /** What stands beside a field as its error; empty for none. */
    String errorOf(String id) {
        Locator error = field(id + "-error");
        return error.count() == 0 ? "" : error.innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** The value of a parameter of the address, or of its last occurrence. */
    String parameter(String key) {
        String url = page.url();
        int at = url.indexOf(key + "=");
        assertThat(at).as(url).isPositive();
        return url.substring(at + key.length() + 1).replaceAll("&.*", "");
    }

    /** A picture of the whole page, when pictures are wanted. */
    Visitor shot(String label) {
        if (!PICTURES) {
            return this;
        }
        Page.ScreenshotOptions whole = new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(label + ".png"))
                .setFullPage(true);
        try {
            page.screenshot(whole.setTimeout(10_000));
        } catch (TimeoutError busy) {
            page.screenshot(whole); // a browser on a busy machine loses a picture now and then; it is no check
        }
        return this;
    }

    /**
     * Looks at the page as a designer does: in light and dark, wide and on a phone, with a picture of each where pictures are wanted; axe finds nothing
     * serious, nothing sticks out of a phone, the browser complains of nothing. The window is resized twice and axe is loaded once,
     * because these cost more than the looking. In the dark axe is asked for what depends on colours; the rest is the same page.
     */
    Visitor inspect(String label) {
        see(ColorScheme.LIGHT);
        shot(label + "-light-wide");
        page.evaluate(AXE);
        assertThat(axeFindings("{}")).as(label + " in light").isEmpty();
        see(ColorScheme.DARK);
        shot(label + "-dark-wide");
        assertThat(axeFindings("{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}"))
                .as(label + " in dark")
                .isEmpty();
        page.setViewportSize(390, 844);
        shotOnAPhone(label + "-dark-phone");
        see(ColorScheme.LIGHT);
        shotOnAPhone(label + "-light-phone");
        page.setViewportSize(1440, 900);
        assertThat(complaints).as("what the browser complained about").isEmpty();
        return this;
    }

    private void see(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void shotOnAPhone(String label) {
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as(label).isLessThanOrEqualTo(390);
        shot(label);
    }

    /** Serious and critical findings of axe, which has to be loaded; all rules, or those that are named. */
    private List<String> axeFindings(String options) {
        @SuppressWarnings("unchecked")
        List<String> findings = (List<String>) page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations'], ...%s})).violations
                  .filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '))
                """.formatted(options));
        return findings;
    }

    /** What the browser complained about so far: refused scripts and styles, errors of scripts, broken files. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public String toString() {
        return name;
    }
}

package health.chiron.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import health.chiron.acceptance.house.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The one browser of all tests on a thread; every visitor has a window and cookies of their own in it. The library wants one for each thread. */
final class Chromium {
    private static final ThreadLocal<Chromium> STARTED = ThreadLocal.withInitial(Chromium::new);

    private final Browser browser;

    private Chromium() {
        // The library's own browser is never fetched: the machine's Chromium is what people have.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-closes"));
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on this machine: apt-get install chromium"));
    }

    /** A new window with the portal's address as its base, 1440 by 900, in English. */
    static Visitor visitor(String name) {
        String portal = House.get().stack().portal().toString();
        BrowserContext context = STARTED.get()
                .browser
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.endsWith("/") ? portal : portal + "/")
                        .setLocale("en-US")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900));
        return new Visitor(name, context);
    }
}

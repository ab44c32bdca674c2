package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page keeps to, so that the content-security policy can stay strict and pages stay readable. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final int LONGEST = 120;
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("\\sstyle=\""),
            Pattern.compile("<script(?![^>]* src=)"),
            Pattern.compile("\\son[a-z]+=\""),
            Pattern.compile("<style"),
            Pattern.compile("escape=\"false\""),
            Pattern.compile("javascript:"),
            Pattern.compile("https?://(?!www\\.w3\\.org)"));

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static List<String> offences(String page) {
        return FORBIDDEN.stream()
                .filter(rule -> rule.matcher(page).find())
                .map(Pattern::pattern)
                .toList();
    }

    @Test
    void have_no_inline_style_or_script_and_load_nothing_from_elsewhere() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(40);
        for (Path page : pages()) {
            assertThat(offences(Files.readString(page))).as(page.toString()).isEmpty();
        }
    }

    @Test
    void stay_short() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readAllLines(page)).as(page.toString()).hasSizeLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void would_be_caught_with_planted_offences() {
        assertThat(offences("<p style=\"color:red\">")).isNotEmpty();
        assertThat(offences("<script>alert(1)</script>")).isNotEmpty();
        assertThat(offences("<a onclick=\"x()\">")).isNotEmpty();
        assertThat(offences("<h:outputText escape=\"false\"/>")).isNotEmpty();
        assertThat(offences("<img src=\"https://cdn.example/x.png\"/>")).isNotEmpty();
        assertThat(offences("<script defer=\"defer\" src=\"#{assets.url('portal.js')}\"></script>"))
                .isEmpty();
    }
}

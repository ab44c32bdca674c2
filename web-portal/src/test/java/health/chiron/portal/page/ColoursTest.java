package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast by WCAG 2.2: 4.5 to 1 for text, 3 to 1 for borders of controls and the focus ring. */
class ColoursTest {
    private static final List<String> TEXT = List.of(
            "ink/bg",
            "ink/surface",
            "ink/surface-2",
            "ink/surface-3",
            "ink-2/bg",
            "ink-2/surface",
            "ink-2/surface-2",
            "brand-ink/surface",
            "brand-ink/bg",
            "brand-ink/brand-soft",
            "on-brand/brand",
            "on-brand/brand-hover",
            "ok-ink/ok-soft",
            "warn-ink/warn-soft",
            "danger-ink/danger-soft",
            "danger-ink/surface",
            "on-danger/danger",
            "on-danger/danger-hover",
            "info-ink/info-soft",
            "nav-ink/nav",
            "nav-ink-2/nav",
            "nav-active-ink/nav-active");
    private static final List<String> EDGES = List.of(
            "line-strong/surface",
            "line-strong/bg",
            "focus/surface",
            "focus/bg",
            "brand/surface",
            "danger/surface",
            "nav-mark/nav");

    private static Map<String, String> palette(String theme) throws IOException {
        String css = Files.readString(Path.of("src/main/webapp/assets/tokens.css"));
        int start = css.indexOf("[data-theme=\"" + theme + "\"]");
        assertThat(start).as(theme).isNotNegative();
        Matcher token = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});")
                .matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, String> colours = new LinkedHashMap<>();
        while (token.find()) {
            colours.put(token.group(1), token.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static void holds(Map<String, String> colours, List<String> pairs, double least) {
        for (String pair : pairs) {
            String[] names = pair.split("/", -1);
            assertThat(colours).containsKeys(names);
            assertThat(contrast(colours.get(names[0]), colours.get(names[1])))
                    .as(pair)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "auto"})
    void are_far_enough_apart(String theme) throws IOException {
        holds(palette(theme), TEXT, 4.5);
        holds(palette(theme), EDGES, 3);
    }

    @Test
    void of_the_device_are_those_of_the_dark_theme() throws IOException {
        assertThat(palette("auto")).isEqualTo(palette("dark"));
    }

    @Test
    void that_are_too_close_are_noticed() {
        assertThat(contrast("#ffffff", "#000000")).isEqualTo(21);
        assertThat(contrast("#ffffff", "#999999")).isLessThan(3);
    }
}

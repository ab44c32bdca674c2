package health.chiron.acceptance.limits;

import health.chiron.access.api.Limits;
import health.chiron.records.api.RecordLimits;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Values around every limit that could have been meant: for texts all likely lengths, for numbers all small ones. */
final class Samples {
    private static final int[] LIKELY = {
        2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 18, 20, 40, 50, 64, 100, 128, 200, 201, 250, 254, 255, 256, 300, 400, 500, 512,
        1000, 1024, 2000, 4000, 4096, 8000, 8192, 10_000, 16_000, 20_000, 32_000
    };

    /** How a text of a length looks that a pattern means. A new pattern has to be added here. */
    private static final Map<String, IntFunction<String>> TEXTS = Map.ofEntries(
            Map.entry(Limits.LINE, Samples::letters),
            Map.entry(Limits.TEXT, Samples::letters),
            Map.entry(Limits.USERNAME_PATTERN, Samples::letters),
            Map.entry(Limits.EMAIL_PATTERN, Samples::mail),
            Map.entry(Limits.WEBSITE_PATTERN, Samples::website),
            Map.entry(Limits.PHONE, length -> length == 0 ? "" : "+" + "4".repeat(length - 1)),
            Map.entry(RecordLimits.MICROCHIP, "7"::repeat),
            Map.entry(RecordLimits.SNOMED_CODE, "7"::repeat),
            Map.entry(RecordLimits.ICD10_CODE, Samples::icd10));

    private static final Map<String, List<String>> MORE = Map.of(
            Limits.PHONE,
            List.of("+0301234567", "0301234567", "+49 301234567", "+49a01234567", "4930123456"),
            RecordLimits.MICROCHIP,
            List.of("27609810000123a", "276-098100001234", "AB12345678"),
            RecordLimits.SNOMED_CODE,
            List.of("12345678a", "-1234567"),
            RecordLimits.ICD10_CODE,
            List.of("E11", "E11.9", "E11.9000", "e11.9", "E1", "11E", "E11.", "E11-9", "E11.90000", "C7A.011"),
            Limits.WEBSITE_PATTERN,
            List.of(
                    "http://a.example",
                    "javascript:alert(1)",
                    "https://",
                    "ftp://a.example",
                    "https://a b",
                    "https://a<b",
                    "HTTPS://a"),
            "en|de",
            List.of("en", "de", "fr", "EN", "", "ende"));

    private static final int SHORTEST_MAIL = 7;
    private static final int CATEGORY = 3;

    private Samples() {}

    private static String icd10(int length) {
        return length <= CATEGORY ? "E11".substring(0, length) : "E11." + "9".repeat(length - CATEGORY - 1);
    }

    /** Texts for a field. */
    static List<String> texts(RecordComponent field) {
        Pattern pattern = field.getAccessor().getAnnotation(Pattern.class);
        String regexp = pattern == null ? Limits.LINE : pattern.regexp();
        List<String> samples = new ArrayList<>(MORE.getOrDefault(regexp, List.of()));
        IntFunction<String> text = TEXTS.get(regexp);
        if (text == null && samples.isEmpty()) {
            throw new AssertionError("no samples for the pattern of " + field);
        }
        if (text != null) {
            int least = regexp.equals(Limits.EMAIL_PATTERN) ? SHORTEST_MAIL : 0;
            lengths().stream().filter(length -> length >= least).forEach(length -> samples.add(text.apply(length)));
        }
        return samples;
    }

    /** Whole numbers for a field. */
    static List<Integer> numbers() {
        Set<Integer> numbers = new LinkedHashSet<>(List.of(-1, 525_599, 525_600, 525_601, Integer.MAX_VALUE));
        for (int number = 0; number <= 1001; number++) {
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    private static Set<Integer> lengths() {
        Set<Integer> lengths = new LinkedHashSet<>(List.of(0, 1));
        for (int likely : LIKELY) {
            lengths.addAll(List.of(likely - 1, likely, likely + 1));
        }
        return lengths;
    }

    private static String letters(int length) {
        return "x".repeat(length);
    }

    /** A web address of a length, as far as one fits. */
    private static String website(int length) {
        return length < 9 ? letters(length) : "https://" + letters(length - 8);
    }

    /** A mail address of a length. That it looks like one is for the command alone to see. */
    private static String mail(int length) {
        int local = Math.min(64, length / 2 - 2);
        return letters(local) + "@" + letters(length - local - 5) + ".org";
    }
}

package health.chiron.interop.internal.imports;

import health.chiron.access.api.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them, in E.164. A number without a country code is understood only where the address is
 * in the North American numbering plan: ten digits, after an optional 1 (ITU-T E.164; NANP).
 */
final class PhoneNumbers {
    private static final Set<String> NORTH_AMERICA = Set.of("US", "USA", "UNITED STATES", "CA", "CAN", "CANADA");
    private static final Pattern WRITTEN_BETWEEN = Pattern.compile("[\\s().\\-/]");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(x|ext\\.?)\\s*\\d+$");
    private static final Pattern E164 = Pattern.compile(Limits.PHONE);
    private static final Pattern TEN_DIGITS = Pattern.compile("1?([2-9][0-9]{9})");

    private PhoneNumbers() {}

    /**
     * The number in E.164, if it is one.
     *
     * @param country of the address, as a code or name; null when unknown
     */
    static Optional<String> e164(String written, String country) {
        if (written == null) {
            return Optional.empty();
        }
        String digits = WRITTEN_BETWEEN
                .matcher(EXTENSION.matcher(written.strip()).replaceAll(""))
                .replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        if (E164.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        var local = TEN_DIGITS.matcher(digits);
        if (isNorthAmerican(country) && local.matches()) {
            return Optional.of("+1" + local.group(1));
        }
        return Optional.empty();
    }

    private static boolean isNorthAmerican(String country) {
        return country != null && NORTH_AMERICA.contains(country.strip().toUpperCase(java.util.Locale.ROOT));
    }
}

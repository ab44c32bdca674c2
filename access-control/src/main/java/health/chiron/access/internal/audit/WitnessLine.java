package health.chiron.access.internal.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a witness file: a row of the log that has been committed, and a code over it and the line before, so that no line
 * can be changed, taken out or put in.
 *
 * @param event the row's id
 * @param row the first half of the row's own code, in hex
 * @param code the first half of the line's code, in hex
 */
record WitnessLine(UUID event, String row, String code) {
    /** What stands before the first line of a file. */
    static final String NONE = "";

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f]{32}) ([0-9a-f]{32})");
    private static final int HALF = 16;

    static WitnessLine after(String before, UUID event, byte[] rowCode, AuditKey key) {
        String row = half(rowCode);
        return new WitnessLine(event, row, code(before, event, row, key));
    }

    static Optional<WitnessLine> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new WitnessLine(UUID.fromString(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    boolean follows(String before, AuditKey key) {
        return code.equals(code(before, event, row, key));
    }

    boolean saw(byte[] rowCode) {
        return row.equals(half(rowCode));
    }

    String text() {
        return event + " " + row + " " + code + "\n";
    }

    private static String code(String before, UUID event, String row, AuditKey key) {
        return half(key.ofRow("witness", before, event, row));
    }

    private static String half(byte[] code) {
        return HexFormat.of().formatHex(code, 0, HALF);
    }
}

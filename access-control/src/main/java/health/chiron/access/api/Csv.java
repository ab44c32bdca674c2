package health.chiron.access.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values (RFC 4180): CRLF ends a row, what holds a comma, a quote or a line's end is quoted. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, so that a name cannot run anything on the reader's machine.
 */
public final class Csv {
    private Csv() {}

    /** Writes a row; null is an empty cell. */
    public static void row(Appendable out, Object... cells) throws IOException {
        out.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}

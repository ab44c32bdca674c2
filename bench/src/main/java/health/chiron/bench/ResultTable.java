package health.chiron.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The measurements as a table for a terminal and for Markdown alike. */
final class ResultTable {
    private static final List<String> HEADER = List.of(
            "operation",
            "clients",
            "statements",
            "API /s",
            "JDBC /s",
            "ratio",
            "API p50",
            "p95",
            "p99",
            "JDBC p50",
            "p95",
            "p99",
            "errors",
            "CPU server",
            "database",
            "client",
            "JDBC: database",
            "client");

    private ResultTable() {}

    /** One line for each operation and number of clients; times in milliseconds. */
    static String of(List<Comparison> comparisons) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (Comparison each : comparisons) {
            lines.add(List.of(
                    each.operation(),
                    Integer.toString(each.clients()),
                    Integer.toString(each.statements()),
                    rate(each.api().perSecond()),
                    rate(each.jdbc().perSecond()),
                    String.format(Locale.ROOT, "%.2f", each.ratio()),
                    millis(each.api().percentile(0.5)),
                    millis(each.api().percentile(0.95)),
                    millis(each.api().percentile(0.99)),
                    millis(each.jdbc().percentile(0.5)),
                    millis(each.jdbc().percentile(0.95)),
                    millis(each.jdbc().percentile(0.99)),
                    Long.toString(each.errors()),
                    millis(each.api().millisEach(each.api().cpu().server())),
                    millis(each.api().millisEach(each.api().cpu().database())),
                    millis(each.api().millisEach(each.api().cpu().client())),
                    millis(each.jdbc().millisEach(each.jdbc().cpu().database())),
                    millis(each.jdbc().millisEach(each.jdbc().cpu().client()))));
        }
        return layOut(lines);
    }

    /** One line for each; the first two numbers in milliseconds, or acts a second where that is said. */
    static String ofRatios(List<Ratio> ratios) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("what, by what", "one", "other", "ratio", "at most", "errors"));
        for (Ratio each : ratios) {
            lines.add(List.of(
                    each.what(),
                    millis(each.first()),
                    millis(each.second()),
                    millis(each.ratio()),
                    each.isPromised() ? millis(each.most()) : "-",
                    Long.toString(each.errors())));
        }
        return layOut(lines);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%.0f", perSecond);
    }

    private static String millis(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** The first line is the header; the first column stands left, the others right. */
    static String layOut(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            text.append(line(lines.get(row), widths));
            if (row == 0) {
                text.append(ruler(widths));
            }
        }
        return text.toString();
    }

    private static String line(List<String> cells, int... widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(' ')
                    .append(i == 0 ? cells.get(i) + space : space + cells.get(i))
                    .append(" |");
        }
        return line.append('\n').toString();
    }

    private static String ruler(int... widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "-".repeat(widths[i] + 2) : "-".repeat(widths[i] + 1) + ":")
                    .append('|');
        }
        return line.append('\n').toString();
    }
}

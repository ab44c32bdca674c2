package health.chiron.launcher.cli;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns for a terminal. */
final class Table {
    private static final int WIDEST = 60;

    private Table() {}

    static String of(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
        lines.add(header);
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.add(result.getString(i));
            }
            lines.add(row);
        }
        return layOut(lines);
    }

    /** The first line is the header; null shows as a middle dot, so that it differs from an empty text. */
    static String layOut(List<List<String>> lines) {
        int count = lines.get(0).size();
        int[] widths = new int[count];
        for (List<String> line : lines) {
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], cell(line.get(i)).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String cell = cell(lines.get(row).get(i));
                line.append(i == 0 ? "" : " | ").append(cell).append(" ".repeat(widths[i] - cell.length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (row == 0) {
                text.append(separator(widths)).append('\n');
            }
        }
        return text.append(lines.size() - 1)
                .append(lines.size() == 2 ? " row" : " rows")
                .append('\n')
                .toString();
    }

    private static String separator(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
        }
        return line.toString();
    }

    private static String cell(String value) {
        if (value == null) {
            return "\u00b7";
        }
        String line = value.replaceAll("\\R", " ");
        return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "\u2026" : line;
    }
}

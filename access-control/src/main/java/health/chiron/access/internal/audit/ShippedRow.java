package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A link of the chain with what a collector may know of its row: ids and words of the house. The purpose, which a person has typed, is
 * not read.
 *
 * @param at when it happened; of a row that is gone, when it was sealed
 * @param columns by the columns' names; those without a value are left out. Of a row that is gone only its id
 */
public record ShippedRow(long number, String hash, Instant at, boolean gone, Map<String, String> columns) {
    /** Copies the map. */
    public ShippedRow {
        columns = Map.copyOf(columns);
    }

    static ShippedRow of(Sql.Row row) throws SQLException {
        boolean gone = row.instant("occurred_at") == null;
        Map<String, String> columns = new HashMap<>();
        for (SyslogMessage.Column column : SyslogMessage.COLUMNS) {
            String value = row.text(column.name());
            if (value != null) {
                columns.put(column.name(), value);
            }
        }
        return new ShippedRow(
                row.number("number"),
                HexFormat.of().formatHex(row.bytes("hash")),
                row.instant(gone ? "sealed_at" : "occurred_at"),
                gone,
                columns);
    }
}

package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A row of the log with its seal, as the archive has it.
 *
 * @param columns the columns that the code is made over, in their order, each as text or null
 */
record ArchivedRow(long number, byte[] hash, String xid, byte[] mac, List<String> columns) {
    /** The columns of the row, in the order of its code. */
    static final List<String> NAMES = List.of(
            "id",
            "occurred_at",
            "account_id",
            "account_kind",
            "session_id",
            "channel",
            "clinic_id",
            "patient_id",
            "relationship",
            "grant_id",
            "rule",
            "action",
            "category",
            "operation",
            "record_id",
            "purpose",
            "outcome",
            "reason",
            "request_id",
            "address");

    static ArchivedRow of(Sql.Row row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String name : NAMES) {
            columns.add(name.equals("occurred_at") ? row.instant(name).toString() : row.text(name));
        }
        return new ArchivedRow(row.number("number"), row.bytes("hash"), row.text("xid"), row.bytes("mac"), columns);
    }

    UUID event() {
        return UUID.fromString(columns.get(0));
    }

    boolean genuine(AuditKey key) {
        return Arrays.equals(mac, key.ofRow(columns.toArray()));
    }

    /** The line of the archive. */
    String line() {
        HexFormat hex = HexFormat.of();
        JsonObjectBuilder line = Json.createObjectBuilder().add("number", number);
        for (int i = 0; i < NAMES.size(); i++) {
            if (columns.get(i) != null) {
                line.add(NAMES.get(i), columns.get(i));
            }
        }
        return line.add("mac", hex.formatHex(mac))
                .add("xid", xid)
                .add("hash", hex.formatHex(hash))
                .build()
                .toString();
    }

    static ArchivedRow read(String line) {
        HexFormat hex = HexFormat.of();
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject row = reader.readObject();
            List<String> columns = new ArrayList<>();
            for (String name : NAMES) {
                columns.add(row.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL ? null : row.getString(name));
            }
            return new ArchivedRow(
                    row.getJsonNumber("number").longValueExact(),
                    hex.parseHex(row.getString("hash")),
                    row.getString("xid"),
                    hex.parseHex(row.getString("mac")),
                    columns);
        }
    }
}

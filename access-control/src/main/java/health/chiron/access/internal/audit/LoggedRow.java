package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** A row of the log as the verifier reads it: its place, its seal if there is one, and whether its code fits. */
record LoggedRow(UUID event, String xid, byte[] mac, boolean genuine, Long number, byte[] hash) {
    static LoggedRow of(Sql.Row row, AuditKey key) throws SQLException {
        byte[] mac = row.bytes("mac");
        byte[] expected = key.ofRow(
                row.id("id"),
                row.instant("occurred_at"),
                row.id("account_id"),
                row.text("account_kind"),
                row.id("session_id"),
                row.text("channel"),
                row.id("clinic_id"),
                row.id("patient_id"),
                row.text("relationship"),
                row.id("grant_id"),
                row.text("rule"),
                row.text("action"),
                row.text("category"),
                row.text("operation"),
                row.id("record_id"),
                row.text("purpose"),
                row.text("outcome"),
                row.text("reason"),
                row.text("request_id"),
                row.text("address"));
        long number = row.number("number");
        return new LoggedRow(
                row.id("id"),
                row.text("xid"),
                mac,
                Arrays.equals(mac, expected),
                number == 0 ? null : number,
                row.bytes("hash"));
    }
}

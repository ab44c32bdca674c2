package health.chiron.launcher.rescue;

import health.chiron.domain.shared.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The row that the operator's act leaves in the audit log: made as the application makes its own (ADR 7), under the same key, so
 * that the verifier takes it for genuine. Nobody is signed in, so it names no account but the one that was helped.
 */
final class LogRow {
    private static final UUID NOBODY = new UUID(0, 0);

    private LogRow() {}

    /** Writes it in the running transaction. */
    static void write(Connection connection, byte[] key, UUID account, String operation, Clock clock)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.next();
        Object[] columns = {
            id,
            now,
            NOBODY,
            "SYSTEM",
            null,
            "COMMAND",
            null,
            null,
            null,
            null,
            null,
            "UPDATE",
            "ACCOUNTS",
            operation,
            account,
            null,
            "PERMITTED",
            null,
            id.toString(),
            null
        };
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO audit.event (id, occurred_at, account_id, account_kind, session_id, channel, clinic_id, patient_id,
                  relationship, grant_id, rule, action, category, operation, record_id, purpose, outcome, reason, request_id, address, mac)
                VALUES (?, ?, ?, ?, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < columns.length; i++) {
                insert.setObject(i + 1, columns[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : columns[i]);
            }
            insert.setBytes(columns.length + 1, code(key, columns));
            insert.executeUpdate();
        }
    }

    private static byte[] code(byte[] key, Object... columns) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (Object column : columns) {
                if (column == null) {
                    mac.update((byte) 0);
                } else {
                    byte[] bytes = column.toString().getBytes(StandardCharsets.UTF_8);
                    mac.update((byte) 1);
                    mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                    mac.update(bytes);
                }
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

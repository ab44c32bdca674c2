package health.chiron.launcher.rescue;

import health.chiron.domain.shared.Ids;
import health.chiron.launcher.LauncherException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Helps a platform administrator who is locked out, retired or without the second factor: everything in one transaction as the
 * owner of the schemas, and no help without its row in the audit log.
 */
public final class WayBackIn {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Connection connection;
    private final byte[] auditKey;
    private final Clock clock;

    /**
     * @param connection as the owner role; the caller closes it
     * @param auditKey the application's audit key, 32 bytes
     */
    public WayBackIn(Connection connection, byte[] auditKey, Clock clock) {
        this.connection = connection;
        this.auditKey = auditKey.clone();
        this.clock = clock;
    }

    private record Found(UUID id, String status) {}

    /**
     * Unlocks the account, takes it into use again, ends its sessions and makes a one-time link to a new password.
     *
     * @param secondFactorOff whether the second factor is to be removed
     * @return the path of the link inside the portal; its secret is nowhere else
     * @throws LauncherException when there is no platform administrator of this name, naming those there are
     */
    public String open(String username, boolean secondFactorOff) throws SQLException {
        connection.setAutoCommit(false);
        Found found = find(username)
                .orElseThrow(() -> new LauncherException("There is no platform administrator of this name. There are: "
                        + String.join(", ", names()) + "."));
        Instant now = clock.instant();
        boolean invited = found.status().equals("INVITED");
        change("""
                UPDATE access.account SET failed_sign_ins = 0, locked_until = NULL, status = CASE status WHEN 'DEACTIVATED' THEN 'ACTIVE' ELSE status END,
                       deactivated_at = NULL, deactivated_by = NULL, deactivation_reason = NULL, version = version + 1 WHERE id = ?""", found.id());
        if (secondFactorOff) {
            change("DELETE FROM access.second_factor WHERE account_id = ?", found.id());
        }
        change(
                "UPDATE access.session SET ended_at = ?, end_reason = 'ACCOUNT_CHANGED' WHERE account_id = ? AND ended_at IS NULL",
                now,
                found.id());
        change(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND used_at IS NULL AND expires_at > ?",
                now,
                found.id(),
                now);
        String token = token();
        change(
                "INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                found.id(),
                invited ? "ACTIVATION" : "PASSWORD_RESET",
                hash(token),
                now,
                now.plus(LIFE));
        LogRow.write(
                connection,
                auditKey,
                found.id(),
                secondFactorOff ? "Command.rescueWithoutFactor" : "Command.rescue",
                clock);
        connection.commit();
        return (invited ? "/portal/activate?token=" : "/portal/reset?token=") + token;
    }

    private Optional<Found> find(String username) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, status FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND username = lower(?) FOR UPDATE")) {
            query.setString(1, username);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(rows.getObject("id", UUID.class), rows.getString("status")))
                        : Optional.empty();
            }
        }
    }

    private List<String> names() {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT username || ' (' || lower(status) || ')' FROM access.account WHERE kind = 'PLATFORM_ADMIN' ORDER BY username");
                ResultSet rows = query.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names.isEmpty() ? List.of("none; the application makes one at its start") : names;
        } catch (SQLException e) {
            throw new LauncherException("The database refused to list the platform administrators.", e);
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

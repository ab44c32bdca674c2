package health.chiron.access.internal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A row of the log as a message of RFC 5424. What is in it stands in {@link #COLUMNS}, and how long each may be, so that no message is
 * longer than the 2048 octets that every receiver has to take.
 */
final class SyslogMessage {
    /** The longest that there can be. */
    static final int MOST_OCTETS = 2048;

    /** A column of the log that is sent, and how many octets of it at most; the database has the same limits, in characters. */
    record Column(String name, int most) {}

    static final List<Column> COLUMNS = List.of(
            new Column("event_id", 36),
            new Column("account_id", 36),
            new Column("account_kind", 20),
            new Column("patient_id", 36),
            new Column("clinic_id", 36),
            new Column("grant_id", 36),
            new Column("record_id", 36),
            new Column("request_id", 64),
            new Column("action", 40),
            new Column("category", 40),
            new Column("operation", 100),
            new Column("outcome", 9),
            new Column("reason", 80),
            new Column("rule", 80),
            new Column("relationship", 40),
            new Column("channel", 7),
            new Column("address", 64));

    /** Of the number that RFC 5612 keeps for documentation: we have none of our own. */
    private static final String SD_ID = "chiron@32473";

    private static final int LOG_AUDIT = 13;
    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;
    private static final int INFORMATIONAL = 6;

    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_MSGID = 32;
    private static final String NOTHING = "-";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SyslogMessage() {}

    /**
     * Writes one.
     *
     * @param hostname how this installation names itself
     */
    static byte[] of(ShippedRow row, String hostname) {
        String msgId = row.gone() ? "MISSING" : row.columns().get("action");
        StringBuilder text = new StringBuilder(1024)
                .append('<')
                .append(LOG_AUDIT * 8 + severity(row))
                .append(">1 ")
                .append(time(row.at()))
                .append(' ')
                .append(name(hostname, LONGEST_HOST))
                .append(" chiron - ")
                .append(name(msgId, LONGEST_MSGID))
                .append(" [")
                .append(SD_ID);
        param(text, "number", Long.toString(row.number()), 19);
        param(text, "hash", row.hash(), 64);
        COLUMNS.forEach(column -> param(text, column.name(), row.columns().get(column.name()), column.most()));
        return text.append("] ").append(words(row)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int severity(ShippedRow row) {
        if (row.gone()) {
            return ERROR;
        }
        return switch (row.columns().get("outcome")) {
            case "PERMITTED" -> INFORMATIONAL;
            case "FAILED" -> NOTICE;
            default -> WARNING;
        };
    }

    private static String time(Instant at) {
        return MICROS.format(at);
    }

    /** For people; ASCII, so that it needs no mark of its encoding. */
    private static String words(ShippedRow row) {
        return row.gone()
                ? "a sealed row of the log is gone"
                : name(row.columns().get("action"), 40) + " "
                        + name(row.columns().get("category"), 40) + " "
                        + name(row.columns().get("outcome"), 9);
    }

    /** A field of the header: printable ASCII without spaces. */
    private static String name(String value, int most) {
        if (value == null || value.isEmpty()) {
            return NOTHING;
        }
        String printable = value.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.substring(0, Math.min(printable.length(), most));
    }

    /** A parameter: UTF-8, three signs escaped; control characters, which receivers change as they like, are not sent. */
    private static void param(StringBuilder text, String name, String value, int most) {
        if (value == null) {
            return;
        }
        text.append(' ').append(name).append("=\"");
        int octets = 0;
        for (int at = 0; at < value.length(); at = value.offsetByCodePoints(at, 1)) {
            String sign = sign(value.codePointAt(at));
            octets += sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets > most) {
                break;
            }
            text.append(sign);
        }
        text.append('"');
    }

    private static String sign(int codePoint) {
        return switch (codePoint) {
            case '"', '\\', ']' -> "\\" + (char) codePoint;
            default -> Character.isISOControl(codePoint) ? "?" : Character.toString(codePoint);
        };
    }
}

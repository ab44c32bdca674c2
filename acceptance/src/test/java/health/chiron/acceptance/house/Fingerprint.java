package health.chiron.acceptance.house;

import java.util.List;

/**
 * A sum over every row of every table that an act may change: whoever was refused leaves it as it was. Left out are the log, which
 * grows with every refusal, the sessions, and how often somebody called; of a code the note how its letter fared, which comes when it comes; of an account the
 * failed sign-ins, which are there to be counted.
 */
public final class Fingerprint {
    private static final List<String> LEFT_OUT = List.of("access.session", "access.refresh_token", "access.call_count");

    private static String statement;

    private Fingerprint() {}

    /** The sum now. */
    public static String now() {
        return Rows.text(statement());
    }

    /** What the sum leaves out of one account: its failed sign-ins, its pause, and how many of its sessions live. */
    public static String of(String account) {
        return Rows.text("""
                        SELECT concat_ws('/', a.failed_sign_ins, a.locked_until,
                                         (SELECT count(*) FROM access.session s WHERE s.account_id = a.id AND s.ended_at IS NULL))
                          FROM access.account a WHERE a.id = ?::uuid""", account);
    }

    private static synchronized String statement() {
        if (statement == null) {
            List<String> parts = Rows.texts("""
                            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                             WHERE c.relkind IN ('r','p') AND n.nspname IN ('access','records','interop','ops') ORDER BY 1""").stream()
                    .filter(table -> !LEFT_OUT.contains(table))
                    .map(table ->
                            "(SELECT count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - ARRAY['delivery','failed_sign_ins','locked_until'])::text, 0)::numeric), 0) FROM "
                                    + table + " t)")
                    .toList();
            statement = "SELECT concat_ws('|', " + String.join(", ", parts) + ")";
        }
        return statement;
    }
}

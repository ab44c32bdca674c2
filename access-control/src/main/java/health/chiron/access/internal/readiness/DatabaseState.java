package health.chiron.access.internal.readiness;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.persistence.OwnMigrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the database is the one that this build works with, and the application's role in it what it should be. */
@ApplicationScoped
class DatabaseState {
    /** Lost connections (08), a server that stops (57), too many connections (53), sign-in refused (28), no such database (3D). */
    private static final String UNREACHABLE = "(08|57|53|28|3D).*";

    /** What hosts that ask the same time server stay far below. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private final OwnMigrations own = OwnMigrations.ofThisBuild();

    private record Role(boolean standby, boolean appends, boolean changes) {}

    /**
     * Whether two clocks are close enough for one of them to judge what the other has written. Codes, sessions and locks end by
     * the application's clock, grants by the database's: were they apart, something would be open that its owner believes over.
     *
     * @param before the application's time before the database was asked for its own
     * @param asked the database's time
     * @param after the application's time when the answer was there
     */
    static Optional<String> apart(Instant before, Instant asked, Instant after) {
        boolean ahead = asked.isAfter(after.plus(CLOCKS_APART));
        boolean behind = asked.isBefore(before.minus(CLOCKS_APART));
        return ahead || behind
                ? Optional.of("the clocks of application and database are more than " + CLOCKS_APART.toSeconds()
                        + " seconds apart")
                : Optional.empty();
    }

    /**
     * What keeps the house closed, as words for the operator's log.
     *
     * @param demo whether a database that has served a demo may serve
     */
    Optional<String> fault(boolean demo) {
        try {
            return schema().or(this::role).or(this::clocks).or(() -> demo ? Optional.empty() : demoMark());
        } catch (SqlFailure failure) {
            boolean unreachable = failure.state() == null || failure.state().matches(UNREACHABLE);
            return Optional.of((unreachable
                            ? "the database cannot be reached"
                            : "the database has not been migrated for this build")
                    + " (state " + failure.state() + ")");
        }
    }

    private Optional<String> schema() {
        List<OwnMigrations.Applied> history = sql.list(
                "SELECT version, checksum, success FROM ops.schema_history WHERE version IS NOT NULL",
                row -> new OwnMigrations.Applied(row.text("version"), row.integer("checksum"), row.yes("success")));
        return own.mismatch(history);
    }

    // The application must be able to add to the log, and must not be able to do more: a superuser or owner could.
    private Optional<String> role() {
        Role role = sql.first("""
                        SELECT pg_is_in_recovery() AS standby,
                               bool_and(coalesce(has_table_privilege(t, 'SELECT') AND has_table_privilege(t, 'INSERT'), false)) AS appends,
                               bool_or(coalesce(has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE'), true)) AS changes
                          FROM unnest(ARRAY[to_regclass('audit.event')::oid, to_regclass('audit.seal')::oid]) AS log(t)""", row -> new Role(row.yes("standby"), row.yes("appends"), row.yes("changes")))
                .orElseThrow();
        if (role.standby()) {
            return Optional.of("the database is a standby that takes no writes");
        }
        if (!role.appends()) {
            return Optional.of("the audit log cannot be written");
        }
        return role.changes()
                ? Optional.of("the application's role may change the audit log: it has to be chiron_app")
                : Optional.empty();
    }

    /** Whether the clocks are apart. */
    Optional<String> clocks() {
        Instant before = clock.instant();
        Instant asked = sql.first("SELECT clock_timestamp() AS present", row -> row.instant("present"))
                .orElseThrow();
        return apart(before, asked, clock.instant());
    }

    private Optional<String> demoMark() {
        return sql.count("SELECT count(*) FROM ops.demo_mark") > 0
                ? Optional.of("the database has served a demo: its passwords are known")
                : Optional.empty();
    }
}

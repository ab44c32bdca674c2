package health.chiron.launcher.postgres;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schemas up to this build's version, as their owner, one folder for each schema under db/migration. */
public final class Migrations {
    /** Flyway looks into the folders below as well, so a new schema's folder needs no entry anywhere. */
    private static final String LOCATION = "classpath:db/migration";

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    static {
        // Which migrations ran is in the history table; the progress line says the rest.
        FLYWAY_LOG.setLevel(Level.SEVERE);
    }

    private Migrations() {}

    /**
     * Runs what is missing.
     *
     * @return how many migrations ran
     * @throws LauncherException when one failed, or the database knows one that this build does not know, or a changed one
     */
    public static int run(String jdbcUrl, Credentials owner) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, owner.username(), owner.password())
                .locations(LOCATION)
                .failOnMissingLocations(false)
                .defaultSchema("ops")
                .table("schema_history")
                .createSchemas(false)
                .validateMigrationNaming(true)
                .validateOnMigrate(true)
                .ignoreMigrationPatterns(new String[0])
                .outOfOrder(false)
                .baselineOnMigrate(false)
                .cleanDisabled(true)
                .loggers("auto")
                .load();
        try {
            MigrateResult result = flyway.migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new LauncherException(
                    "The database could not be brought to this version: " + firstSentence(e) + ".", e);
        }
    }

    /** Flyway writes a page with the statement in it; its first lines say which migration and why. */
    private static String firstSentence(FlywayException e) {
        return e.getMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("-+"))
                .limit(3)
                .reduce((one, other) -> one + "; " + other)
                .orElse("no reason given")
                .replaceAll("\\.$", "");
    }
}

package health.chiron.launcher.cli;

import java.util.List;

/** Prints what ./chiron can do. */
final class Help implements Command {
    private static final String TEXT = """
            ./chiron up        starts everything: builds, database, server, demo data; Ctrl-C stops it
                --port N         portal and API (8080; 0 chooses one)          CHIRON_PORT
                --db-port N      PostgreSQL on the loopback address (a free one) CHIRON_DB_PORT
                --bind ADDRESS   what portal and API listen on (127.0.0.1)     CHIRON_BIND
                --heap SIZE      the server's largest Java heap (640m)         CHIRON_HEAP
                --data DIR       where everything is kept (run)                CHIRON_DATA
                --no-demo        starts without demo data
                --detach         returns when it serves, and leaves it running
            ./chiron down      stops what runs on the data folder, and nothing else
            ./chiron status    says what runs, where, and how much memory it takes
            ./chiron logs [server|db] [-f]
                               shows the end of a log; -f goes on showing it
            ./chiron reset [--yes]
                               removes the data folder; the unpacked programs stay
            ./chiron audit verify
                               reads the audit log from end to end and says whether it holds
            ./chiron token USER
                               signs a demo account in and prints its access token
            ./chiron import FILE|DIR
                               brings FHIR R4 bundles in, as the demo's integrator or as these say:
                --user NAME      who imports                                   CHIRON_IMPORT_USER
                --password-file FILE                                           CHIRON_IMPORT_PASSWORD_FILE
                --url URL        the API's address, as in https://host/api/v1  CHIRON_IMPORT_URL
            ./chiron sql [--as owner|app|admin] [QUERY]
                               runs SQL and prints a table; a prompt without a query
            ./chiron test [domain]
                               everything that CI runs; "domain" only unit and architecture tests
            ./chiron bench     measures Chiron beside plain JDBC
            ./chiron build     builds without starting anything

            For operators
            ./chiron migrate   runs the missing migrations: CHIRON_DB_URL (jdbc:postgresql://...),
                               CHIRON_DB_OWNER_USER, CHIRON_DB_OWNER_PASSWORD or CHIRON_DB_OWNER_PASSWORD_FILE
            ./chiron rescue USER
                               lets a platform administrator in again: unlocks, takes into use, prints a one-time
                               link to a new password; the same variables and CHIRON_AUDIT_KEY_FILE and
                               CHIRON_PUBLIC_URL, else the demo's own
                --second-factor-off  removes a lost second factor as well
            ./chiron secrets DIR
                               makes the key files that a server needs; never replaces one

            CHIRON_TOOLS names the folder for the unpacked programs (.tools). CHIRON_DEBUG=1 prints the technical
            story of a failure.
            """;

    @Override
    public int run(List<String> line) {
        System.out.print(TEXT);
        return 0;
    }
}

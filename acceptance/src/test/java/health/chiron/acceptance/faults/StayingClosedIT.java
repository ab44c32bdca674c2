package health.chiron.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ServerLog;
import health.chiron.acceptance.rest.ApiDescription;
import health.chiron.launcher.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A server that starts beside something broken serves nothing, says nothing of what it is, makes no account, and opens by itself
 * once all is in order (check 61).
 */
class StayingClosedIT {
    private static final List<String> INSIDE = List.of(
            "Exception", "\tat ", "java.", "org.", "jakarta", "postgres", "SQL", "migration", "audit", "Flyway");

    private final House house = House.get();
    private final Stack stack = house.stack();

    /**
     * Something that is broken in the database.
     *
     * @param reason what the server's log says
     */
    private record Broken(String reason, String fault, String repair) {}

    private static final List<Broken> DATABASES = List.of(
            // The first, for it bends the path of connections that are opened from now on: three days lie between the
            // clocks.
            new Broken(
                    "the clocks of application and database are more than 2 seconds apart",
                    "CREATE SCHEMA ahead; GRANT USAGE ON SCHEMA ahead TO chiron_app; CREATE FUNCTION ahead.clock_timestamp() RETURNS timestamptz LANGUAGE sql"
                            + " RETURN pg_catalog.clock_timestamp() + interval '3 days';"
                            + " ALTER ROLE chiron_app SET search_path = ahead, pg_catalog, public",
                    "ALTER ROLE chiron_app RESET search_path; DROP SCHEMA ahead CASCADE"),
            new Broken(
                    "the database is newer: this build does not know migration 9999",
                    "INSERT INTO ops.schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                            + " VALUES (9999, '9999', 'from the future', 'SQL', 'x', 1, 'x', 1, true)",
                    "DELETE FROM ops.schema_history WHERE version = '9999'"),
            new Broken(
                    "migration 8 is missing",
                    "UPDATE ops.schema_history SET version = NULL WHERE version = '0008'",
                    "UPDATE ops.schema_history SET version = '0008' WHERE version IS NULL"),
            new Broken(
                    "migration 7 has failed",
                    "UPDATE ops.schema_history SET success = false WHERE version = '0007'",
                    "UPDATE ops.schema_history SET success = true WHERE version = '0007'"),
            new Broken(
                    "migration 3 is not the one of this build",
                    "UPDATE ops.schema_history SET checksum = checksum + 1 WHERE version = '0003'",
                    "UPDATE ops.schema_history SET checksum = checksum - 1 WHERE version = '0003'"),
            new Broken(
                    "the database has not been migrated for this build",
                    "ALTER SCHEMA ops RENAME TO ops_away; ALTER SCHEMA access RENAME TO access_away;"
                            + " ALTER SCHEMA records RENAME TO records_away; ALTER SCHEMA audit RENAME TO audit_away",
                    "ALTER SCHEMA ops_away RENAME TO ops; ALTER SCHEMA access_away RENAME TO access;"
                            + " ALTER SCHEMA records_away RENAME TO records; ALTER SCHEMA audit_away RENAME TO audit"),
            new Broken(
                    "the audit log cannot be written",
                    "ALTER TABLE audit.event RENAME TO event_away",
                    "ALTER TABLE audit.event_away RENAME TO event"),
            new Broken(
                    "the application's role may change the audit log",
                    "GRANT DELETE ON audit.event TO chiron_app",
                    "REVOKE DELETE ON audit.event FROM chiron_app"),
            new Broken(
                    "the policy would answer 1 of ",
                    "INSERT INTO access.policy_version VALUES (decode(repeat('00', 32), 'hex'), now(), 0);"
                            + " INSERT INTO access.policy_example (id, patient_id, account_id, action, category, permitted, facts, note, kept_at, kept_by)"
                            + " SELECT '00000000-0000-7000-8000-00000000f11b', p.id, a.id, 'READ', 'VISITS', true,"
                            + " '{\"kind\":\"STAFF\",\"rights\":{},\"relationships\":[]}', 'planted', now(), a.id"
                            + " FROM (SELECT id FROM records.patient LIMIT 1) p, (SELECT id FROM access.account LIMIT 1) a",
                    "DELETE FROM access.policy_example WHERE note = 'planted';"
                            + " DELETE FROM access.policy_version WHERE fingerprint = decode(repeat('00', 32), 'hex')"),
            new Broken(
                    "the audit log cannot be written",
                    "REVOKE INSERT ON audit.seal FROM chiron_app",
                    "GRANT INSERT ON audit.seal TO chiron_app"));

    @Test
    void until_the_database_the_log_and_the_keys_are_in_order() throws IOException {
        Scene scene = Scene.open();
        scene.dog();
        String accounts = Rows.text("SELECT count(*) FROM access.account");
        Path oldWitness = witnessOfLongAgo();
        Path key = stack.data().secrets().resolve("audit.key");
        Path away = stack.data().secrets().resolve("audit.key.away");
        Iterator<Broken> databases = DATABASES.iterator();
        Broken present = databases.next();
        Rows.change(present.fault());
        try {
            stack.server().stop();
            stack.database().kill();
            ServerLog log = ServerLog.fromHere();
            stack.startServerAnyhow(Map.of());
            assertClosedEverywhere(scene, log, "the database cannot be reached");
            stack.startDatabase();
            assertClosed(scene, log, present.reason());
            while (databases.hasNext()) {
                Broken next = databases.next();
                log = ServerLog.fromHere();
                // In one go, so that the house finds no moment to open.
                Rows.change(present.repair() + "; " + next.fault());
                present = next;
                assertClosed(scene, log, present.reason());
            }
            Files.move(key, away);
        } finally {
            // When all went well the database runs; after a failure, other tests need it.
            stack.startDatabase();
            Rows.change(present.repair());
        }
        ServerLog log = ServerLog.fromHere();
        Instant opened = Instant.now();
        try {
            assertClosed(scene, log, "CHIRON_AUDIT_KEY_FILE");
            assertThat(Rows.text("SELECT count(*) FROM access.account")).isEqualTo(accounts);
        } finally {
            Files.move(away, key, StandardCopyOption.ATOMIC_MOVE);
        }
        log.await("Chiron serves.");
        scene.doctor.get("/patients").mustBe(200);
        assertThat(house.portal().get("login").status()).isEqualTo(200);
        awaitHeadSince(opened);
        awaitGone(oldWitness);
        scene.auditor.post("/audit/verify", null).mustBe(200);
    }

    @Test
    void in_production_with_the_settings_of_a_demo() {
        Scene scene = Scene.open();
        stack.server().stop();
        try {
            ServerLog log = ServerLog.fromHere();
            stack.startServerAnyhow(Map.of("CHIRON_MODE", "production"));
            assertClosedEverywhere(
                    scene,
                    log,
                    "CHIRON_PUBLIC_URL",
                    "CHIRON_TOKEN_ISSUER",
                    "CHIRON_DELIVERY",
                    "CHIRON_OUTBOX_DIR",
                    "CHIRON_SMTP_HOST");
        } finally {
            stack.server().stop();
            stack.startServer();
        }
        scene.doctor.get("/patients").mustBe(200);
    }

    /** Whatever is broken, one filter answers for all: which addresses it stands before is looked at once for each way to start. */
    private void assertClosedEverywhere(Scene scene, ServerLog log, String... reasons) {
        assertClosed(scene, log, reasons);
        Api anybody = house.anybody();
        for (ApiDescription.Operation operation : ApiDescription.operations()) {
            assertShut(anybody.send(
                    operation.method(),
                    operation.pathWith("00000000-0000-7000-8000-000000000000"),
                    operation.body() == null ? null : "{}",
                    operation.body() == null ? Map.of() : Map.of("Content-Type", operation.body())));
        }
        Portal portal = house.portal();
        awaitLoaded(portal);
        pages().forEach(page -> assertShut(portal, page));
    }

    private void assertClosed(Scene scene, ServerLog log, String... reasons) {
        Api anybody = house.anybody();
        assertShut(anybody.get("/health"));
        assertThat(log.await(reasons[0])).contains("Chiron does not serve: ").contains(reasons);
        assertShut(scene.doctor.get("/patients"));
        assertShut(anybody.post("/auth/token", Map.of("username", scene.username("desk"), "password", Scene.PASSWORD)));
        Portal portal = house.portal();
        awaitLoaded(portal);
        assertShut(portal, "login");
    }

    private static void assertShut(Portal portal, String page) {
        Portal.Page answer = portal.get(page);
        assertThat(answer.status()).as(page).isEqualTo(503);
        assertThat(answer.text()).contains("Not open at the moment").doesNotContain("<form");
        assertSaysNothing(answer.text());
    }

    /** The server loads the API before the portal. */
    private static void awaitLoaded(Portal portal) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (portal.get("login").status() == 404 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    private static void assertShut(Answer answer) {
        answer.mustBe(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("unavailable");
        assertThat(answer.json().size()).as(answer.text()).isEqualTo(6);
        assertSaysNothing(answer.text());
    }

    private static void assertSaysNothing(String text) {
        assertThat(INSIDE).noneSatisfy(word -> assertThat(text).contains(word));
    }

    private static List<String> pages() {
        Path sources = Path.of("").toAbsolutePath().getParent().resolve("web-portal/src/main/webapp");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> pages = Stream.concat(
                            Stream.of("", "login.xhtml", "no-such-page"),
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".xhtml"))
                                    .map(name -> name.replace(".xhtml", "")))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(20);
            return pages;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A file of the witness that nobody writes to any more; the server ends it when it stops. */
    private Path witnessOfLongAgo() throws IOException {
        try (Stream<Path> files = Files.list(stack.data().auditWitness())) {
            Path file = files.sorted().findFirst().orElseThrow();
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
            return file;
        }
    }

    private static void awaitGone(Path witness) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Files.exists(witness) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(witness)
                .as("all that it saw is sealed and covered by a head")
                .doesNotExist();
    }

    /** A head's file is named by the minute, so that a second one in the same minute takes the place of the first. */
    private void awaitHeadSince(Instant opened) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (latestHead().isBefore(opened) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(latestHead()).isAfterOrEqualTo(opened);
    }

    private Instant latestHead() throws IOException {
        Instant latest = Instant.MIN;
        try (Stream<Path> files = Files.list(stack.data().auditHeads())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jwt")).toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                latest = written.isAfter(latest) ? written : latest;
            }
        }
        return latest;
    }
}

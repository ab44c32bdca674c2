package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Fingerprint;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Statements;
import health.chiron.acceptance.sharing.Household;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ids of other people's things lead nowhere, in the path and in the body, and say nothing of what is there (checks 2, 3, 14). */
class NamingOtherPeoplesThingsIT {
    private static Scene ours;
    private static Scene theirs;
    private static Scene.Chart dog;
    private static Scene.Chart victim;
    private static String ourVisit;
    private static String theirVisit;
    private static String theirGrant;
    private static String ourRelative;
    private static String ourFamily;
    private static Programs.Program ourProgram;
    private static final Map<String, String> THEIRS = new HashMap<>();

    @BeforeAll
    static void two_clinics_with_a_patient_each() {
        ours = Scene.open();
        theirs = Scene.open();
        dog = ours.dog();
        ours.openTo(dog);
        ourVisit = ours.signed(dog);
        victim = theirs.person();
        theirGrant = theirs.openTo(victim);
        theirVisit = theirs.signed(victim);
        ourRelative = relative(dog);
        ourFamily = Household.found(dog.owner());
        ourProgram = Programs.letIn(ours, "system/Patient.rs");
        theirThings();
    }

    private static Map<String, Api> strangers() {
        return Map.of("doctor", ours.doctor, "desk", ours.desk, "administrator", ours.boss, "owner", dog.owner());
    }

    /** Of a path with two ids the first is one's own, the second theirs: it is not found below the first (check 3). */
    @TestFactory
    Stream<DynamicTest> what_is_theirs_is_not_found_below_what_is_ones_own() {
        return ApiDescription.operations().stream()
                .filter(operation -> operation.path().matches(".*\\{.*\\{.*"))
                // What a clinic asks people to sign is told to everybody who may have to.
                .filter(operation -> !operation.path().contains("/to-sign/"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> assertNotBelow(operation)));
    }

    private static void assertNotBelow(ApiDescription.Operation operation) {
        String path = operation.path();
        String first = first(path);
        String second = path.replaceAll(".*\\{([a-z_]+)}[^{]*", "$1");
        String below = path.replaceFirst("\\{[a-z_]+}", first);
        String table = TABLES.get(second);
        assertThat(table).as("a case for " + second).isNotNull();
        Object body =
                operation.body() == null ? null : path.endsWith("/void") ? Map.of("reason", "Not mine") : body(path);
        Api who = path.startsWith("/famil") ? dog.owner() : ours.boss;
        String before = Fingerprint.now();
        Answer answer = who.send(
                operation.method(),
                below.replace("{" + second + "}", THEIRS.get(second)),
                body,
                Map.of("If-Match", "\"" + version(table, THEIRS.get(second)) + "\""));
        Answer missing = who.send(
                operation.method(),
                below.replace("{" + second + "}", UUID.randomUUID().toString()),
                body,
                Map.of("If-Match", "\"0\""));
        assertThat(answer.mustBe(404).text("detail"))
                .isEqualTo(missing.mustBe(404).text("detail"));
        assertThat(Fingerprint.now()).isEqualTo(before);
    }

    private static String first(String path) {
        return switch (path.split("/", -1)[1]) {
            case "family-members" -> ourRelative;
            case "families" -> ourFamily;
            case "clients" -> ourProgram.id();
            case "accounts" -> ours.doctorId;
            default -> ours.clinic;
        };
    }

    private static Map<String, Object> body(String path) {
        return switch (path.split("/", -1)[1]) {
            case "family-members" -> Map.of("condition_name", "Gout");
            case "families" -> Map.of("relationship_to_family", "pet", "label", "Ours now");
            default -> Map.of("employment_type", "full_time", "rights", List.of());
        };
    }

    private static final Map<String, String> TABLES = Map.of(
            "patient_id", "records.patient",
            "session_id", "access.session",
            "account_id", "access.account",
            "text_id", "access.consent_text",
            "invitation_id", "access.clinic_invitation",
            "condition_id", "records.family_condition",
            "credential_id", "access.client_credential");

    private static String version(String table, String id) {
        return Rows.text("SELECT coalesce(to_jsonb(t)->>'version', '0') FROM " + table + " t WHERE id = ?::uuid", id);
    }

    private static void theirThings() {
        THEIRS.put("patient_id", victim.id());
        THEIRS.put("account_id", theirs.doctorId);
        THEIRS.put(
                "session_id",
                Rows.text(
                        "SELECT id::text FROM access.session WHERE account_id = ?::uuid AND ended_at IS NULL LIMIT 1",
                        theirs.doctorId));
        THEIRS.put(
                "text_id",
                theirs.boss
                        .post(
                                "/clinics/" + theirs.clinic + "/consent-texts",
                                Map.of("scope", "treatment", "language", "en", "title", "Ours", "body", "I agree."))
                        .mustBe(201)
                        .text("id"));
        THEIRS.put(
                "invitation_id",
                theirs.boss
                        .post(
                                "/clinics/" + theirs.clinic + "/invitations",
                                Map.of("addressed_to", Scene.open().username("doc")))
                        .mustBe(201)
                        .text("id"));
        String relative = relative(victim);
        THEIRS.put(
                "condition_id",
                victim.owner()
                        .post("/family-members/" + relative + "/conditions", Map.of("condition_name", "Gout"))
                        .mustBe(201)
                        .text("conditions/0/id"));
        THEIRS.put(
                "credential_id",
                theirs.boss
                        .post(
                                "/clients/"
                                        + Programs.letIn(theirs, "system/Patient.rs")
                                                .id() + "/credentials",
                                Map.of("kind", "secret", "label", "Theirs"))
                        .mustBe(201)
                        .text("credential/id"));
    }

    private static String relative(Scene.Chart chart) {
        return chart.owner()
                .post(
                        "/patients/" + chart.id() + "/family-members",
                        Map.of("name", "Canary aunt", "relationship", "aunt"))
                .mustBe(201)
                .text("id");
    }

    @Test
    void a_grant_of_another_patient_in_the_body_is_not_ended() {
        dog.owner()
                .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", theirGrant))
                .mustBe(404);
        ours.desk
                .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", theirGrant))
                .mustBe(404);

        theirs.doctor.get("/patients/" + victim.id() + "/chart").mustBe(200);
    }

    @Test
    void a_grant_that_the_clinic_holds_to_another_patient_is_not_ended_under_this_one() {
        Scene.Chart cat = ours.dog();
        String grant = ours.openTo(cat);

        ours.desk
                .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", grant))
                .mustBe(404);
        ours.doctor.get("/patients/" + cat.id() + "/chart").mustBe(200);
    }

    @Test
    void another_clinic_in_the_body_is_not_acted_for() {
        String before = Fingerprint.now();
        Map<String, Object> visit = Map.of(
                "clinic_id",
                theirs.clinic,
                "visit_type",
                "other",
                "visit_date",
                "2026-11-20T10:00:00Z",
                "diagnosis",
                "x");

        assertRefused(ours.doctor.post("/patients/" + dog.id() + "/records", visit));
        assertRefused(ours.desk.post(
                "/patients/" + dog.id() + "/access/request",
                Map.of("clinic_id", theirs.clinic, "purpose", "In their name")));
        assertRefused(ours.desk.post(
                "/patients",
                Map.of(
                        "clinic_id", theirs.clinic,
                        "patient", Map.of("kind", "animal", "given_name", "Stray", "sex", "male", "species", "cat"),
                        "owner",
                                Map.of(
                                        "full_name",
                                        "Somebody",
                                        "email",
                                        "somebody-" + Scene.next() + "@example.org"))));
        assertRefused(ours.boss.post(
                "/accounts",
                Map.of(
                        "clinic_id",
                        theirs.clinic,
                        "kind",
                        "staff",
                        "username",
                        "spy-" + Scene.next(),
                        "full_name",
                        "Spy",
                        "password",
                        Scene.PASSWORD)));
        assertRefused(ours.boss.post(
                "/doctors",
                Map.of(
                        "clinic_id",
                        theirs.clinic,
                        "username",
                        "spy-" + Scene.next(),
                        "full_name",
                        "Spy",
                        "license_number",
                        "S-" + Scene.next())));
        assertRefused(ours.boss.post(
                "/clients",
                Map.of(
                        "clinic_id",
                        theirs.clinic,
                        "name",
                        "Bridge",
                        "contact",
                        "operations@example.org",
                        "purpose",
                        "Brings results to the laboratory",
                        "scopes",
                        "system/Patient.rs")));
        assertRefused(ours.doctor.post(
                "/patients/" + dog.id() + "/access/emergency",
                Map.of("clinic_id", theirs.clinic, "reason", "Brought in unconscious by a neighbour")));
        assertRefused(ours.desk.post(
                "/patients/" + dog.id() + "/consents/witnessed",
                Map.of(
                        "clinic_id",
                        theirs.clinic,
                        "consent",
                        Map.of("text_id", THEIRS.get("text_id"), "text_sha256", "0".repeat(64), "signed_name", "X"))));
        assertThat(Fingerprint.now()).isEqualTo(before);
    }

    /** Ids of a patient where the path names none. */
    @Test
    void another_patient_in_the_body_is_not_acted_on() {
        String before = Fingerprint.now();
        for (Api who : strangers().values()) {
            assertRefused(who.put("/auth/me/active-patient", Map.of("patient_id", victim.id())));
            Answer bulk = who.post(
                    "/invitations/bulk",
                    Map.of(
                            "patient_ids",
                            List.of(victim.id()),
                            "offer",
                            Map.of("email", "x@example.org", "title", "Mine", "permission_level", "full")));
            assertThat(bulk.status()).isIn(200, 403);
            assertThat(bulk.text()).doesNotContain("Canary", "Pia");
            assertRefused(who.get("/access/explain?action=read&category=visits&patient_id=" + victim.id()));
        }
        assertThat(Fingerprint.now()).isEqualTo(before);
    }

    @Test
    void a_doctor_of_another_clinic_is_not_given_access() {
        Answer answer = ours.desk.post(
                "/patients/" + dog.id() + "/access/request",
                Map.of("doctor_id", theirs.doctorId, "purpose", "For a friend"));

        assertThat(answer.mustBe(400).fields()).containsExactly("doctor_id");
    }

    @Test
    void a_visit_s_clinic_does_not_change_with_its_content() {
        Answer draft = ours.draft(dog);

        assertRefused(ours.doctor.put(
                "/medical-records/" + draft.text("id"),
                Map.of("clinic_id", theirs.clinic, "visit_type", "other", "visit_date", "2026-11-20T10:00:00Z"),
                draft.etag()));
    }

    @Test
    void a_clinic_s_administrator_makes_nobody_who_runs_the_installation() {
        for (String kind : List.of("platform_admin", "auditor", "system", "owner")) {
            assertRefused(ours.boss.post(
                    "/accounts",
                    Map.of(
                            "clinic_id",
                            ours.clinic,
                            "kind",
                            kind,
                            "username",
                            "up-" + Scene.next(),
                            "full_name",
                            "Up",
                            "password",
                            Scene.PASSWORD)));
        }
    }

    @Test
    void fields_that_only_the_house_writes_are_unknown_in_bodies() {
        Answer draft = ours.draft(dog);
        for (String field :
                List.of("status", "created_by", "created_by_role", "signed_at", "version", "patient_id", "id")) {
            Answer answer = ours.doctor.put(
                    "/medical-records/" + draft.text("id"),
                    Map.of("visit_type", "other", "visit_date", "2026-11-20T10:00:00Z", field, "x"),
                    draft.etag());
            assertThat(answer.mustBe(400).fields()).containsExactly(field);
            assertThat(answer.text("errors/0/code")).isEqualTo("unknown");
        }
    }

    @Test
    void a_person_is_not_found_among_the_pets_even_by_who_may_read_the_chart() {
        theirs.doctor.get("/patients/" + victim.id()).mustBe(200);

        theirs.doctor.get("/pets/" + victim.id()).mustBe(404);
        theirs.doctor.get("/pets/" + victim.id() + "/medical-records").mustBe(404);
        victim.owner().get("/pets/" + victim.id() + "/access").mustBe(404);
        victim.owner()
                .post("/pets/" + victim.id() + "/access/revoke", Map.of("grant_id", theirGrant))
                .mustBe(404);
        ours.doctor.get("/pets/" + dog.id()).mustBe(200);
        ours.doctor.get("/pets/" + dog.id() + "/medical-records").mustBe(200);
        assertThat(ours.doctor.get("/medical-records/" + ourVisit).mustBe(200).text("patient_id"))
                .isEqualTo(dog.id());
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(400, 403, 404);
    }

    @Test
    void lists_hold_nothing_of_theirs() {
        for (Api who : strangers().values()) {
            for (String path : List.of(
                    "/patients?limit=200", "/pets?limit=200", "/clinics?limit=200", "/medical-records/drafts")) {
                Answer answer = who.get(path);
                assertThat(answer.text()).doesNotContain(victim.id(), theirs.clinic, "Canary");
            }
        }
        assertThat(House.get().administrator().get("/patients").status()).isEqualTo(403);
    }

    /** Neither totals nor searches nor what is offered while somebody types know of anybody but one's own (check 14). */
    @Test
    void no_count_and_no_search_knows_of_what_is_theirs() {
        List<String> lists = List.of(
                "/patients",
                "/pets",
                "/shares",
                "/invitations/received",
                "/invitations/sent",
                "/medical-records/drafts");
        for (Api who : List.of(ours.doctor, ours.desk, ours.boss, dog.owner())) {
            List<String> before = lists.stream().map(path -> total(who, path)).toList();
            Scene.Chart another = theirs.person();
            theirs.openTo(another);
            theirs.draft(another);
            assertThat(lists.stream().map(path -> total(who, path)).toList()).isEqualTo(before);
            String name = Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", another.id());
            for (String part : List.of(name, name.substring(0, 5), "Canary", "%", "_")) {
                Answer found = who.send("GET", "/patients?name=" + part.replace("%", "%25"), null, Map.of());
                assertThat(found.status()).isIn(200, 403);
                assertThat(found.text()).doesNotContain(another.id(), name);
            }
        }
    }

    private static String total(Api who, String path) {
        Answer list = who.get(path);
        return list.status() + " " + list.json().path("total").asText();
    }

    private record Pair(Api who, String there, String nowhere) {}

    private static List<Pair> pairs() {
        return List.of(
                new Pair(ours.doctor, "/patients/" + victim.id() + "/chart", "/patients/%s/chart"),
                new Pair(ours.desk, "/patients/" + victim.id(), "/patients/%s"),
                new Pair(dog.owner(), "/medical-records/" + theirVisit, "/medical-records/%s"),
                new Pair(ours.boss, "/grants/" + theirGrant, "/grants/%s"));
    }

    /** What takes time is asking the database: on a loaded machine, too, it is asked the same. */
    @Test
    void the_database_is_asked_alike_whether_it_is_there_or_not() {
        try (Statements statements = Statements.watch()) {
            for (Pair pair : pairs()) {
                String missing = pair.nowhere().formatted(UUID.randomUUID());
                List<String> there =
                        statements.of(() -> pair.who().get(pair.there()).mustBe(404));
                List<String> nowhere =
                        statements.of(() -> pair.who().get(missing).mustBe(404));
                assertThat(nowhere).as(pair.nowhere()).isNotEmpty().isEqualTo(there);
            }
        }
    }

    /** 200 of each in turn; were one slower because the row is there, it would stand behind the other more often than chance allows. */
    @Test
    void how_long_the_answer_takes_does_not_tell_whether_it_is_there() {
        for (Pair pair : pairs()) {
            double deviations = difference(pair);
            // Chance alone goes beyond four once in sixteen thousand times, and hardly twice in the same direction.
            if (Math.abs(deviations) > 4) {
                assertThat(difference(pair) * Math.signum(deviations))
                        .as(pair.nowhere())
                        .isLessThan(4);
            }
        }
    }

    private static double difference(Pair pair) {
        long[] there = new long[200];
        long[] nowhere = new long[200];
        for (int i = -40; i < 200; i++) {
            // Who goes first changes as well, so that nothing but the row itself makes a difference.
            String missing = pair.nowhere().formatted(UUID.randomUUID());
            long first = timed(pair.who(), i % 2 == 0 ? pair.there() : missing);
            long second = timed(pair.who(), i % 2 == 0 ? missing : pair.there());
            if (i >= 0) {
                there[i] = i % 2 == 0 ? first : second;
                nowhere[i] = i % 2 == 0 ? second : first;
            }
        }
        double deviations = rankSum(there, nowhere);
        System.out.printf(
                "timing %s: %.1f deviations, %d and %d microseconds%n",
                pair.nowhere(), deviations, median(there) / 1000, median(nowhere) / 1000);
        return deviations;
    }

    private static long timed(Api who, String path) {
        long begin = System.nanoTime();
        assertThat(who.get(path).status()).isEqualTo(404);
        return System.nanoTime() - begin;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The rank-sum of Mann and Whitney as a number of standard deviations: 0 for no difference. */
    private static double rankSum(long[] some, long[] others) {
        double before = 0;
        for (long one : some) {
            for (long other : others) {
                before += Long.compare(one, other) / 2.0 + 0.5;
            }
        }
        double pairs = (double) some.length * others.length;
        return (before - pairs / 2) / Math.sqrt(pairs * (some.length + others.length + 1) / 12);
    }
}

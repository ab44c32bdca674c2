package health.chiron.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Consents;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Programs.Program;
import health.chiron.acceptance.house.Programs.Secret;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole walk of a program: registered, let in, a secret, a token, and what it reaches with it. */
class LettingProgramsInIT {
    private static Scene scene;
    private static Scene.Chart open;
    private static Scene.Chart ofDoctor;
    private static Scene.Chart elsewhere;
    private static String visit;

    @BeforeAll
    static void patients_here_and_elsewhere() {
        scene = Scene.open();
        open = scene.dog();
        scene.openToClinic(open);
        visit = scene.signed(open);
        ofDoctor = scene.dog();
        scene.openTo(ofDoctor);
        Scene other = Scene.open();
        elsewhere = other.dog();
        other.openToClinic(elsewhere);
    }

    @Test
    void it_gets_nothing_before_it_is_let_in_and_a_token_afterwards() {
        Program program = Programs.registered(scene, "system/Patient.rs");
        scene.boss
                .post("/clients/" + program.id() + "/credentials", Map.of("kind", "secret", "label", "Early"))
                .mustBe(409);
        program.approve();
        Secret secret = program.secret();

        Answer answer =
                Programs.askBasic(program.id(), secret.value(), Map.of()).mustBe(200);

        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(answer.text("scope")).isEqualTo("system/Patient.rs");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        String claims = new String(
                Base64.getUrlDecoder().decode(answer.text("access_token").split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims)
                .contains(
                        "\"client_id\":\"" + program.id() + "\"",
                        "\"aud\":\"chiron-api\"",
                        "\"scope\":\"system/Patient.rs\"");
        Api api = House.get().anybody().with(answer.text("access_token"));
        assertThat(api.get("/auth/me").mustBe(200).text("kind")).isEqualTo("integrator");
    }

    @Test
    void a_secret_is_kept_as_a_hash_and_shown_once() {
        Program program = Programs.letIn(scene, "system/Patient.r");
        Secret secret = program.secret();
        assertThat(secret.value()).startsWith("chiron_secret_").hasSize("chiron_secret_".length() + 43);
        assertThat(program.seen().text()).doesNotContain(secret.value());
        assertThat(program.seen().text("credentials/0/hint"))
                .isEqualTo(secret.value().substring(secret.value().length() - 4));
        assertThat(Rows.text(
                        "SELECT to_jsonb(d)::text FROM access.client_credential d WHERE id = ?::uuid",
                        secret.credential()))
                .doesNotContain(secret.value(), secret.value().substring("chiron_secret_".length()));
        assertThat(Rows.count(
                        "SELECT length(secret_hash) FROM access.client_credential WHERE id = ?::uuid",
                        secret.credential()))
                .isEqualTo(32);
    }

    @Test
    void it_reads_what_the_owner_opened_to_the_clinic_as_far_as_its_scopes_go() {
        Program program = Programs.letIn(scene, "system/Patient.rs system/Encounter.r");
        Api api = program.signIn(program.secret());
        api.get("/patients/" + open.id()).mustBe(200);
        api.get("/patients/" + open.id() + "/chart").mustBe(200);
        assertThat(api.get("/patients/" + open.id() + "/records")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        api.get("/medical-records/" + visit).mustBe(200);
        assertThat(api.get("/patients").mustBe(200).json().findValuesAsText("id"))
                .containsExactly(open.id());
        Answer conditions = api.get("/patients/" + open.id() + "/conditions").mustBe(403);
        assertThat(conditions.text("code")).isEqualTo("access/scope-missing");
        assertThat(api.put(
                                "/patients/" + open.id(),
                                Map.of("kind", "animal", "given_name", "Rex", "sex", "male", "species", "dog"),
                                "\"1\"")
                        .mustBe(403)
                        .text("code"))
                .isEqualTo("access/scope-missing");
    }

    @Test
    void no_scope_opens_what_the_owner_did_not_open_to_the_clinic() {
        Program program = Programs.letIn(scene, "system/Patient.rus system/Encounter.r system/Condition.r");
        Api api = program.signIn(program.secret());
        api.get("/patients/" + elsewhere.id()).mustBe(404);
        api.get("/patients/" + elsewhere.id() + "/records").mustBe(404);
        assertThat(api.get("/patients/" + ofDoctor.id()).mustBe(403).text("code"))
                .isEqualTo("access/not-included");
        api.get("/patients/" + ofDoctor.id() + "/records").mustBe(403);
    }

    @Test
    void it_writes_no_record_and_sees_no_draft_and_no_remark_among_professionals() {
        Program program = Programs.letIn(scene, "system/Patient.rs system/Encounter.r");
        Api api = program.signIn(program.secret());
        String draft = scene.draft(open).text("id");
        api.get("/medical-records/" + draft).mustBe(404);
        String word = "Remark" + Scene.next();
        scene.doctor
                .post("/medical-records/" + visit + "/addenda", Map.of("text", word, "audience", "professionals"))
                .mustBe(201);
        assertThat(api.get("/medical-records/" + visit).mustBe(200).text()).doesNotContain(word);
        api.post(
                        "/patients/" + open.id() + "/records",
                        Map.of("visit_type", "routine_checkup", "visit_date", "2026-11-20T10:00:00Z"))
                .mustBe(403);
    }

    @Test
    void the_owner_ends_it_with_the_clinics_access_and_sees_who_looked() {
        Scene.Chart chart = scene.dog();
        String grant = scene.openToClinic(chart);
        Program program = Programs.letIn(scene, "system/Patient.r");
        Api api = program.signIn(program.secret());
        api.get("/patients/" + chart.id()).mustBe(200);
        assertThat(Rows.texts(
                        "SELECT account_id || ' ' || account_kind || ' ' || rule || ' ' || outcome FROM audit.event WHERE patient_id = ?::uuid AND operation = 'Patients.get' ORDER BY occurred_at DESC LIMIT 1",
                        chart.id()))
                .containsExactly(program.id() + " INTEGRATOR program-knows-under-grant PERMITTED");
        chart.owner().post("/grants/" + grant + "/revoke", null).mustBe(200);
        api.get("/patients/" + chart.id()).mustBe(404);
    }

    @Test
    void a_part_that_the_owner_left_out_and_a_block_hold_against_it() {
        Scene.Chart chart = scene.dog();
        scene.openToClinic(chart, "conditions");
        Program program = Programs.letIn(scene, "system/Patient.rs system/Encounter.r");
        Api api = program.signIn(program.secret());
        assertThat(api.get("/patients/" + chart.id() + "/records").mustBe(403).text("code"))
                .isEqualTo("access/section-closed");
        api.get("/patients/" + chart.id()).mustBe(200);
        chart.owner()
                .post(
                        "/patients/" + chart.id() + "/blocks",
                        Map.of("clinic_id", scene.clinic, "even_in_emergency", false))
                .mustBe(201);
        api.get("/patients/" + chart.id()).mustBe(404);
        assertThat(api.get("/patients").mustBe(200).text()).doesNotContain(chart.id());
    }

    @Test
    void a_consent_to_exchange_that_was_taken_back_shuts_it_out_until_it_is_signed_anew() {
        Scene here = Scene.open();
        Scene.Chart chart = here.dog();
        here.openToClinic(chart);
        Program program = Programs.letIn(here, "system/Patient.rs system/Encounter.r");
        Api api = program.signIn(program.secret());
        String records = "/patients/" + chart.id() + "/records";
        Consents consents = Consents.toExchange(here, chart);
        String consent = consents.sign();
        api.get(records).mustBe(200);

        consents.takeBack(consent);

        assertThat(api.get(records).mustBe(403).text("code")).isEqualTo("access/not-included");
        assertThat(api.get("/patients").mustBe(200).text()).doesNotContain(chart.id());
        assertThat(chart.owner()
                        .get("/access/explain?patient_id=" + chart.id() + "&account_id=" + program.id()
                                + "&action=read&category=visits")
                        .mustBe(200)
                        .text("weighed/0/relationship"))
                .isEqualTo("grant_without_exchange");
        here.doctor.get(records).mustBe(200);
        consents.sign();
        api.get(records).mustBe(200);
    }

    @Test
    void a_token_has_a_part_of_the_scopes_and_never_more() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret secret = program.secret();
        Api narrow = program.signIn(secret, Map.of("scope", "system/Patient.s"));
        narrow.get("/patients").mustBe(200);
        assertThat(narrow.get("/patients/" + open.id()).mustBe(403).text("code"))
                .isEqualTo("access/scope-missing");
        for (String more : new String[] {
            "system/Patient.rus", "system/Encounter.r", "system/*.rs", "openid", "", "system/Patient.r ".repeat(20_000)
        }) {
            Answer refused = Programs.askBasic(program.id(), secret.value(), Map.of("scope", more))
                    .mustBe(400);
            assertThat(refused.text("error"))
                    .as(more.substring(0, Math.min(20, more.length())))
                    .isEqualTo("invalid_scope");
        }
    }

    @Test
    void the_platform_allows_a_part_and_whoever_registered_never_decides() {
        Program program = Programs.registered(scene, "system/Patient.rs system/Encounter.r");
        Api platform = House.get().administrator();
        String path = "/clients/" + program.id() + "/approve";
        scene.boss.post(path, Map.of(), program.seen().etag()).mustBe(403);
        platform.post(
                        path,
                        Map.of("scopes", "system/Patient.rus"),
                        program.seen().etag())
                .mustBe(400);
        platform.post(path, Map.of("scopes", "system/Patient.r"), "\"99\"").mustBe(412);
        Answer approved = platform.post(
                        path,
                        Map.of("scopes", "system/Patient.r"),
                        program.seen().etag())
                .mustBe(200);
        assertThat(approved.text("scopes_allowed")).isEqualTo("system/Patient.r");
        assertThat(platform.post(path, Map.of(), approved.etag()).mustBe(409).text("code"))
                .isEqualTo("client/decided");
        assertThat(platform.post("/clients/" + program.id() + "/credentials", Map.of("kind", "secret", "label", "Mine"))
                        .mustBe(403)
                        .text("code"))
                .isEqualTo("client/clinic-keeps-credentials");
    }

    @Test
    void a_refused_one_stays_refused() {
        Program program = Programs.registered(scene, "system/Patient.rs");
        program.act(House.get().administrator(), "refuse").mustBe(200);
        assertThat(program.seen().text("state")).isEqualTo("refused");
        assertThat(program.act(scene.boss, "revoke").mustBe(409).text("code")).isEqualTo("client/over");
        scene.boss
                .post("/clients/" + program.id() + "/credentials", Map.of("kind", "secret", "label", "Late"))
                .mustBe(409);
    }

    @Test
    void the_clinic_needs_the_right_for_integrations() {
        Scene here = Scene.open();
        String boss = Rows.text("SELECT id::text FROM access.account WHERE username = ?", here.username("boss"));
        Rows.change("UPDATE access.clinic_member SET rights = 'REQUEST_ACCESS' WHERE account_id = ?::uuid", boss);
        assertThat(here.boss
                        .post(
                                "/clients",
                                Map.of(
                                        "name",
                                        "Bridge",
                                        "contact",
                                        "a@example.org",
                                        "purpose",
                                        "Brings results",
                                        "scopes",
                                        "system/Patient.r"))
                        .mustBe(403)
                        .text("code"))
                .isEqualTo("access/right-missing");
        here.boss.get("/clients?clinic_id=" + here.clinic).mustBe(200);
        here.boss.get("/clients?clinic_id=" + scene.clinic).mustBe(404);
        here.boss.get("/clients").mustBe(403);
    }

    @Test
    void why_it_may_not_is_explained_by_the_missing_scope() {
        Program program = Programs.letIn(scene, "system/Patient.r");
        String base =
                "/access/explain?patient_id=" + open.id() + "&account_id=" + program.id() + "&action=read&category=";
        Answer visits = open.owner().get(base + "visits").mustBe(200);
        assertThat(visits.json().path("permitted").asBoolean()).isFalse();
        assertThat(visits.text("reason")).isEqualTo("scope-missing");
        assertThat(visits.text("weighed/0/rule")).isEqualTo("program-reads-under-grant");
        assertThat(visits.text("weighed/0/verdict")).isEqualTo("scope_missing");
        assertThat(scene.boss.get(base + "demographics").mustBe(200).text("rule"))
                .isEqualTo("program-knows-under-grant");
    }

    @Test
    void it_is_no_person_of_the_clinic_and_no_account_to_manage() {
        Program program = Programs.letIn(scene, "system/Patient.r");
        assertThat(scene.boss
                        .get("/clinics/" + scene.clinic + "/people")
                        .mustBe(200)
                        .text())
                .doesNotContain(program.id());
        assertThat(scene.boss
                        .get("/accounts?clinic_id=" + scene.clinic)
                        .mustBe(200)
                        .text())
                .doesNotContain(program.id());
        House.get().administrator().get("/accounts/" + program.id()).mustBe(404);
        House.get()
                .administrator()
                .post("/accounts/" + program.id() + "/deactivate", Map.of("reason", "By another way"))
                .mustBe(404);
        House.get()
                .anybody()
                .post("/auth/token", Map.of("username", "program-" + program.id(), "password", Scene.PASSWORD))
                .mustBe(401);
    }
}

package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts through their whole life, in the hands of those who may change them (check 28). */
class ManagingAccountsIT {
    private static final Map<String, String> WHY = Map.of("reason", "Has left the clinic");

    private static Scene here;
    private static Scene other;
    private static Api administrator;

    @BeforeAll
    static void two_clinics() {
        here = Scene.open();
        other = Scene.open();
        administrator = House.get().administrator();
    }

    @Test
    void a_clinics_administrator_lists_the_own_people_and_the_platforms_everybody() {
        Answer own = here.boss.get("/accounts").mustBe(200);
        assertThat(own.json().findValuesAsText("username"))
                .contains(here.username("doc"), here.username("desk"))
                .doesNotContain(other.username("doc"), here.username("audit"));
        assertThat(here.boss
                        .get("/accounts?clinic_id=" + other.clinic)
                        .mustBe(404)
                        .text("code"))
                .isEqualTo("not-found");

        Answer found = administrator
                .get("/accounts?search=" + other.username("doc").toUpperCase(java.util.Locale.ROOT))
                .mustBe(200);
        assertThat(found.json().findValuesAsText("username")).containsExactly(other.username("doc"));
        assertThat(administrator
                        .get("/accounts?kind=doctor&status=deactivated&search=" + other.username("doc"))
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(administrator
                        .get("/accounts?kind=system")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void signs_that_stand_for_others_find_only_themselves() {
        assertThat(administrator
                        .get("/accounts?search=%25")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void an_old_invitation_dies_when_a_new_one_is_sent() {
        String mail = "new-" + Scene.next() + "@example.org";
        String id = here.boss
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "staff",
                                "username",
                                "new-" + Scene.next(),
                                "full_name",
                                "Somebody new",
                                "email",
                                mail))
                .mustBe(201)
                .text("id");
        String old = House.get().outbox().activationTo(mail, 1);
        here.boss.post("/accounts/" + id + "/invitation", null).mustBe(200);
        String fresh = House.get().outbox().activationTo(mail, 2);

        activate(old).mustBe(404);
        activate(fresh).mustBe(204);
        here.boss.post("/accounts/" + id + "/invitation", null).mustBe(409);
    }

    @Test
    void a_deactivated_account_is_out_at_the_next_request_and_stays_out_of_its_old_sessions() {
        Someone someone = Someone.at(here);
        Portal portal = House.get().portal().mustSignIn(someone.username(), Scene.PASSWORD);
        Answer tokens = tokens(someone.username(), Scene.PASSWORD).mustBe(200);
        Api program = House.get().anybody().with(tokens.text("access_token"));
        program.get("/auth/me").mustBe(200);

        Answer gone =
                here.boss.post("/accounts/" + someone.id() + "/deactivate", WHY).mustBe(200);
        assertThat(gone.text("status")).isEqualTo("deactivated");
        assertThat(gone.text("deactivation_reason")).isEqualTo(WHY.get("reason"));

        program.get("/auth/me").mustBe(401);
        assertThat(portal.get("desk").leadsToSignIn()).isTrue();
        House.get()
                .anybody()
                .post("/auth/refresh", Map.of("refresh_token", tokens.text("refresh_token")))
                .mustBe(401);
        tokens(someone.username(), Scene.PASSWORD).mustBe(401);
        here.boss.post("/accounts/" + someone.id() + "/deactivate", WHY).mustBe(409);

        here.boss.post("/accounts/" + someone.id() + "/reactivate", null).mustBe(200);
        program.get("/auth/me").mustBe(401);
        tokens(someone.username(), Scene.PASSWORD).mustBe(200);
    }

    @Test
    void an_invitation_dies_with_the_account() {
        String mail = "new-" + Scene.next() + "@example.org";
        String id = here.boss
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "staff",
                                "username",
                                "new-" + Scene.next(),
                                "full_name",
                                "Somebody new",
                                "email",
                                mail))
                .mustBe(201)
                .text("id");
        String link = House.get().outbox().activationTo(mail, 1);
        here.boss.post("/accounts/" + id + "/deactivate", WHY).mustBe(200);
        here.boss.post("/accounts/" + id + "/reactivate", null).mustBe(200);
        activate(link).mustBe(404);
    }

    @Test
    void an_owner_who_is_deactivated_stays_the_owner() {
        Scene.Chart chart = here.dog();
        String owner = Rows.text("SELECT id::text FROM access.account WHERE username = ?", chart.mail());
        here.boss.post("/accounts/" + owner + "/deactivate", WHY).mustBe(404);
        administrator.post("/accounts/" + owner + "/deactivate", WHY).mustBe(200);
        chart.owner().get("/patients").mustBe(401);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.patient_owner WHERE patient_id = ?::uuid AND account_id = ?::uuid AND until IS NULL",
                        chart.id(),
                        owner))
                .isEqualTo(1);
    }

    @Test
    void a_clinic_changes_nobody_who_works_elsewhere_too_nobody_above_and_not_itself() {
        Someone someone = Someone.at(here);
        Rows.change(
                "INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, rights, joined_at) VALUES (gen_random_uuid(), ?::uuid, ?::uuid, 'VISITING', '', now())",
                other.clinic,
                someone.id());
        for (String verb : List.of("deactivate", "unlock", "require-password-change")) {
            assertThat(here.boss
                            .post("/accounts/" + someone.id() + "/" + verb, verb.equals("deactivate") ? WHY : null)
                            .mustBe(403)
                            .text("code"))
                    .isEqualTo("account/works-elsewhere");
        }
        assertThat(here.boss.get("/accounts/" + someone.id()).mustBe(200).text())
                .doesNotContain(other.clinic)
                .contains("\"manageable\":false");

        String platform = Rows.text("SELECT id::text FROM access.account WHERE username = 'admin'");
        here.boss.post("/accounts/" + platform + "/deactivate", WHY).mustBe(404);
        Rows.change(
                "INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, rights, joined_at) VALUES (gen_random_uuid(), ?::uuid, ?::uuid, 'VISITING', '', now())",
                here.clinic,
                platform);
        try {
            assertThat(here.boss
                            .post("/accounts/" + platform + "/deactivate", WHY)
                            .mustBe(403)
                            .text("code"))
                    .isEqualTo("account/kind-above");
        } finally {
            Rows.change("DELETE FROM access.clinic_member WHERE account_id = ?::uuid", platform);
        }
        String boss = here.boss.get("/auth/me").text("id");
        assertThat(here.boss
                        .post("/accounts/" + boss + "/deactivate", WHY)
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("account/own");
        here.desk.post("/accounts/" + someone.id() + "/deactivate", WHY).mustBe(403);
        other.desk.get("/accounts/" + here.doctorId).mustBe(404);
        other.boss.get("/accounts/00000000-0000-7000-8000-00000000dead").mustBe(404);
    }

    @Test
    void of_two_administrators_who_deactivate_each_other_one_is_left() {
        for (int round = 0; round < 5; round++) {
            Api one = platformAdministrator("one");
            Api two = platformAdministrator("two");
            String idOfOne = one.get("/auth/me").text("id");
            String idOfTwo = two.get("/auth/me").text("id");
            List<String> others = Rows.texts(
                    "SELECT id::text FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND status = 'ACTIVE' AND id NOT IN (?::uuid, ?::uuid)",
                    idOfOne,
                    idOfTwo);
            others.forEach(
                    id -> Rows.change("UPDATE access.account SET status = 'DEACTIVATED' WHERE id = ?::uuid", id));
            try {
                AtomicInteger who = new AtomicInteger();
                List<Answer> answers = Race.of(
                        2,
                        () -> who.getAndIncrement() == 0
                                ? one.post("/accounts/" + idOfTwo + "/deactivate", WHY)
                                : two.post("/accounts/" + idOfOne + "/deactivate", WHY));
                assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
                assertThat(
                                Rows.count(
                                        "SELECT count(*) FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND status = 'ACTIVE'"))
                        .isEqualTo(1);
            } finally {
                others.forEach(id -> Rows.change("UPDATE access.account SET status = 'ACTIVE' WHERE id = ?::uuid", id));
                Rows.change(
                        "UPDATE access.account SET status = 'DEACTIVATED' WHERE id IN (?::uuid, ?::uuid)",
                        idOfOne,
                        idOfTwo);
            }
        }
    }

    @Test
    void a_locked_account_opens_when_it_is_unlocked() {
        Someone someone = Someone.at(here);
        for (int i = 0; i < 10; i++) {
            tokens(someone.username(), "wrong-Password-" + i).mustBe(401);
        }
        tokens(someone.username(), Scene.PASSWORD).mustBe(429);
        assertThat(here.boss.get("/accounts/" + someone.id()).mustBe(200).text("locked_until"))
                .isNotEmpty();
        here.boss.post("/accounts/" + someone.id() + "/unlock", null).mustBe(200);
        tokens(someone.username(), Scene.PASSWORD).mustBe(200);
    }

    @Test
    void an_administrator_sees_where_somebody_is_signed_in_and_ends_one_of_the_sessions() {
        Someone someone = Someone.at(here);
        Portal portal = House.get().portal().mustSignIn(someone.username(), Scene.PASSWORD);
        Api program = House.get().signIn(someone.username(), Scene.PASSWORD);
        String sessions = "/accounts/" + someone.id() + "/sessions";
        Answer open = here.boss.get(sessions).mustBe(200);
        assertThat(open.json().path("sessions").findValuesAsText("channel")).contains("portal", "api");
        String one = Rows.text(
                "SELECT id::text FROM access.session WHERE account_id = ?::uuid AND channel = 'PORTAL' AND ended_at IS NULL",
                someone.id());

        other.boss.delete(sessions + "/" + one).mustBe(404);
        here.boss.delete(sessions + "/" + one).mustBe(204);
        here.boss.delete(sessions + "/" + one).mustBe(404);

        assertThat(portal.get("desk").leadsToSignIn()).isTrue();
        program.get("/auth/me").mustBe(200);
    }

    @Test
    void an_administrator_ends_all_sessions_of_somebody() {
        Someone someone = Someone.at(here);
        Portal portal = House.get().portal().mustSignIn(someone.username(), Scene.PASSWORD);
        Api program = House.get().signIn(someone.username(), Scene.PASSWORD);
        here.boss.delete("/accounts/" + someone.id() + "/sessions").mustBe(200);
        program.get("/auth/me").mustBe(401);
        assertThat(portal.get("desk").leadsToSignIn()).isTrue();
        tokens(someone.username(), Scene.PASSWORD).mustBe(200);
    }

    @Test
    void a_new_password_that_is_required_is_asked_before_anything_else() {
        Someone someone = Someone.at(here);
        Api program = House.get().signIn(someone.username(), Scene.PASSWORD);
        here.boss
                .post("/accounts/" + someone.id() + "/require-password-change", null)
                .mustBe(200);
        program.get("/auth/me").mustBe(401);
        assertThat(tokens(someone.username(), Scene.PASSWORD).mustBe(403).text("code"))
                .isEqualTo("sign-in/password-change-required");
        tokens(someone.username(), "wrong-Password-1").mustBe(401);

        Portal portal = House.get().portal();
        Portal.Page asked = portal.signIn(someone.username(), Scene.PASSWORD);
        assertThat(asked.location()).endsWith("/portal/new-password");
        assertThat(portal.get("desk").leadsToSignIn()).isTrue();
        assertThat(portal.get("account").leadsToSignIn()).isTrue();
        assertThat(newPassword(portal, Scene.PASSWORD).text()).contains("This is the present password");
        assertThat(newPassword(portal, "a-Fresh-long-word-3").location()).endsWith("/portal/desk");
        assertThat(portal.get("desk").status()).isEqualTo(200);
        tokens(someone.username(), "a-Fresh-long-word-3").mustBe(200);
    }

    @Test
    void a_program_changes_the_required_password_with_the_old_and_the_new_one() {
        Someone someone = Someone.at(here);
        Rows.change("UPDATE access.account SET password_change_required = true WHERE id = ?::uuid", someone.id());
        change(someone, "wrong-Password-1", "a-Fresh-long-word-3").mustBe(401);
        assertThat(change(someone, Scene.PASSWORD, "password1234").mustBe(400).fields())
                .contains("new_password");
        change(someone, Scene.PASSWORD, "a-Fresh-long-word-3").mustBe(204);
        tokens(someone.username(), Scene.PASSWORD).mustBe(401);
        tokens(someone.username(), "a-Fresh-long-word-3").mustBe(200);
    }

    @Test
    void a_first_password_that_somebody_else_chose_opens_nothing_but_its_change() {
        for (String path : List.of("/accounts", "/doctors")) {
            String username = "first-" + Scene.next();
            Map<String, Object> person = new HashMap<>(Map.of(
                    "clinic_id",
                    here.clinic,
                    "username",
                    username,
                    "full_name",
                    "Somebody new",
                    "password",
                    Scene.PASSWORD));
            person.put(
                    path.equals("/doctors") ? "license_number" : "kind",
                    path.equals("/doctors") ? "L-" + username : "staff");
            House.get().administrator().post(path, person).mustBe(201);
            assertThat(tokens(username, Scene.PASSWORD).mustBe(403).text("code"))
                    .isEqualTo("sign-in/password-change-required");
            change(username, Scene.PASSWORD, Scene.PASSWORD).mustBe(400);
            change(username, Scene.PASSWORD, "a-Fresh-long-word-3").mustBe(204);
            tokens(username, "a-Fresh-long-word-3").mustBe(200);
        }
    }

    private static Answer change(Someone someone, String old, String fresh) {
        return change(someone.username(), old, fresh);
    }

    private static Answer change(String username, String old, String fresh) {
        return House.get()
                .anybody()
                .post("/auth/password/change", Map.of("username", username, "password", old, "new_password", fresh));
    }

    private static Portal.Page newPassword(Portal portal, String password) {
        Map<String, String> form = portal.get("new-password").form("required");
        form.put("required:password", password);
        form.put("required:again", password);
        form.put("required:set", "");
        return portal.post("new-password", form);
    }

    private static Api platformAdministrator(String who) {
        String username = who + "-" + Scene.next();
        House.get()
                .administrator()
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "platform_admin",
                                "username",
                                username,
                                "full_name",
                                "Admin " + who,
                                "password",
                                Scene.PASSWORD,
                                "password_change_required",
                                false))
                .mustBe(201);
        return House.get().signIn(username, Scene.PASSWORD);
    }

    private static Answer activate(String token) {
        return House.get().anybody().post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD));
    }

    private static Answer tokens(String username, String password) {
        return House.get().anybody().post("/auth/token", Map.of("username", username, "password", password));
    }

    /** One more person at a clinic's front desk. */
    private record Someone(String id, String username) {
        static Someone at(Scene scene) {
            String who = "some" + Scene.next();
            String id = scene.another("staff", who).get("/auth/me").text("id");
            return new Someone(id, scene.username(who));
        }
    }
}

package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refresh tokens and the sessions behind them (checks 24, 26, 27). */
class HoldingTokensIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void a_refresh_token_is_used_once_of_twenty() {
        String refresh = tokens("desk").text("refresh_token");
        List<Integer> statuses = Race.of(20, () -> refresh(refresh).status());
        assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
        assertThat(statuses).filteredOn(s -> s == 401).hasSize(19);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_session() {
        Answer first = tokens("desk");
        Answer second = refresh(first.text("refresh_token")).mustBe(200);
        Api holder = House.get().anybody().with(second.text("access_token"));
        holder.get("/auth/me").mustBe(200);
        refresh(first.text("refresh_token")).mustBe(401);
        holder.get("/auth/me").mustBe(401);
        refresh(second.text("refresh_token")).mustBe(401);
    }

    @Test
    void a_revoked_session_takes_its_access_token_with_it() {
        Answer tokens = tokens("bee");
        Api holder = House.get().anybody().with(tokens.text("access_token"));
        holder.get("/auth/me").mustBe(200);
        House.get().anybody().post("/auth/revoke", Map.of("refresh_token", tokens.text("refresh_token")));
        holder.get("/auth/me").mustBe(401);
        refresh(tokens.text("refresh_token")).mustBe(401);
    }

    /** However often a session is refreshed, it began when it began (check 26). */
    @Test
    void a_session_of_the_api_ends_at_its_end_whatever_is_used() {
        Answer first = tokens("desk");
        Answer second = refresh(first.text("refresh_token")).mustBe(200);
        Api holder = House.get().anybody().with(second.text("access_token"));
        holder.get("/auth/me").mustBe(200);
        Rows.change(
                "UPDATE access.session SET started_at = started_at - interval '24 hours', expires_at = now() WHERE id = ?::uuid",
                current(holder));
        holder.get("/auth/me").mustBe(401);
        refresh(second.text("refresh_token")).mustBe(401);
    }

    @Test
    void own_sessions_are_listed_and_ended_one_by_one_or_all_but_this_one() {
        Api mine = House.get().signIn(scene.username("doc"), Scene.PASSWORD);
        Api lost = House.get().signIn(scene.username("doc"), Scene.PASSWORD);
        String id = current(lost);
        assertThat(mine.get("/auth/me/sessions")
                        .mustBe(200)
                        .json()
                        .path("sessions")
                        .findValuesAsText("id"))
                .contains(id, current(mine));

        scene.otherDoctor.delete("/auth/me/sessions/" + id).mustBe(404);
        mine.delete("/auth/me/sessions/" + id).mustBe(204);
        lost.get("/auth/me").mustBe(401);
        mine.delete("/auth/me/sessions/" + id).mustBe(404);

        Api third = House.get().signIn(scene.username("doc"), Scene.PASSWORD);
        mine.delete("/auth/me/sessions").mustBe(204);
        third.get("/auth/me").mustBe(401);
        mine.get("/auth/me").mustBe(200);
        assertThat(mine.get("/auth/me/sessions").json().path("sessions")).hasSize(1);
    }

    private static String current(Api who) {
        for (com.fasterxml.jackson.databind.JsonNode session :
                who.get("/auth/me/sessions").mustBe(200).json().path("sessions")) {
            if (session.path("current").asBoolean()) {
                return session.path("id").asText();
            }
        }
        throw new AssertionError("no current session");
    }

    private static Answer tokens(String who) {
        return signIn(scene.username(who), Scene.PASSWORD).mustBe(200);
    }

    private static Answer signIn(String username, String password) {
        return House.get().anybody().post("/auth/token", Map.of("username", username, "password", password));
    }

    private static Answer refresh(String token) {
        return House.get().anybody().post("/auth/refresh", Map.of("refresh_token", token));
    }
}

package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clinic looks for the access that was opened to one of its doctors, among all that it holds or held. */
class ListingGrantsIT {
    private static Scene scene;
    private static Scene.Chart ended;
    private static Scene.Chart open;
    private static Scene.Chart colleagues;
    private static Scene.Chart everybodys;
    private static String endedGrant;
    private static String openGrant;
    private static String colleaguesGrant;

    @BeforeAll
    static void access_for_a_doctor_for_a_colleague_and_for_everybody() {
        scene = Scene.open();
        ended = scene.dog();
        open = scene.dog();
        colleagues = scene.dog();
        everybodys = scene.dog();
        endedGrant = scene.openTo(ended);
        ended.owner()
                .post("/patients/" + ended.id() + "/access/revoke", Map.of("grant_id", endedGrant))
                .mustBe(200);
        openGrant = scene.openTo(open);
        colleaguesGrant = scene.openTo(colleagues, scene.otherDoctorId, List.of());
        scene.openToClinic(everybodys);
    }

    private static Answer grants(String query) {
        return scene.desk.get("/clinics/" + scene.clinic + "/grants" + query).mustBe(200);
    }

    private static void assertListed(Answer list, String... ids) {
        assertThat(list.json().path("grants").findValuesAsText("id")).containsExactly(ids);
        assertThat(list.json().path("total").asInt()).isEqualTo(ids.length);
    }

    @Test
    void a_doctors_are_all_that_were_bound_to_this_doctor_and_no_others() {
        assertThat(grants("").json().path("total").asInt()).isEqualTo(4);
        // What is open for everybody at the clinic is bound to nobody.
        assertListed(grants("?doctor_id=" + scene.doctorId), openGrant, endedGrant);
        assertListed(grants("?doctor_id=" + scene.otherDoctorId), colleaguesGrant);
        assertListed(grants("?status=active&doctor_id=" + scene.doctorId), openGrant);
        assertListed(grants("?status=revoked&doctor_id=" + scene.doctorId), endedGrant);
        assertListed(grants("?basis=emergency&doctor_id=" + scene.doctorId));
        assertListed(grants("?doctor_id=" + Scene.open().doctorId));
        Answer part = grants("?limit=1&offset=1&doctor_id=" + scene.doctorId);
        assertThat(part.json().path("grants").findValuesAsText("id")).containsExactly(endedGrant);
        assertThat(part.json().path("total").asInt()).isEqualTo(2);
        assertThat(scene.desk
                        .get("/clinics/" + scene.clinic + "/grants?doctor_id=somebody")
                        .mustBe(400)
                        .fields())
                .containsExactly("doctor_id");
    }

    @Test
    void in_the_portal_the_doctor_is_picked_from_the_clinics_and_stays_picked() {
        var portal = House.get().portal().mustSignIn(scene.username("boss"), Scene.PASSWORD);
        String all = portal.get("accesses").text();
        assertThat(all).contains("<option value=\"" + scene.doctorId + "\">", scene.otherDoctorId);
        assertThat(listed(all)).contains(name(open), name(colleagues), name(everybodys));
        String one = portal.get("accesses?doctor=" + scene.doctorId).text();
        assertThat(one).contains("<option value=\"" + scene.doctorId + "\" selected=\"selected\">");
        assertThat(listed(one)).contains(name(open)).doesNotContain(name(colleagues), name(everybodys));
        assertThat(portal.get("accesses?basis=EMERGENCY&doctor=" + scene.doctorId)
                        .text())
                .contains("No access fits");
        // Nobody of the clinic's: nothing is narrowed.
        assertThat(listed(portal.get("accesses?doctor=" + Scene.open().doctorId).text()))
                .contains(name(open), name(colleagues), name(everybodys));
    }

    /** The table of grants; the requests above it name patients too. */
    private static String listed(String page) {
        int start = page.indexOf("Access we hold or held</caption>");
        assertThat(start).isPositive();
        return page.substring(start);
    }

    private static String name(Scene.Chart chart) {
        return Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", chart.id());
    }
}

package health.chiron.acceptance.sharing;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.util.Map;

/** Families, and the way into them. */
public final class Household {
    private Household() {}

    /** Founds one; its id. */
    public static String found(Api by) {
        return by.post("/families", Map.of("name", "The " + Scene.next()))
                .mustBe(201)
                .text("id");
    }

    /** Invites somebody into one. */
    public static Answer invite(Api by, String family, String mail) {
        return by.post("/families/" + family + "/invitations", Map.of("email", mail, "title", "Our household"));
    }

    /** Invites and accepts. */
    public static void join(Api by, String family, Person who) {
        String invitation = invite(by, family, who.mail()).mustBe(201).text("id");
        People.accept(who, invitation).mustBe(200);
    }

    /** Brings a patient in under a label. */
    public static Answer bringIn(Api by, String family, String patient, String label) {
        return by.send(
                "PUT",
                "/families/" + family + "/patients/" + patient,
                Map.of("relationship_to_family", "pet", "label", label),
                Map.of());
    }

    /** How many places a patient has in families now. */
    public static long places(String patient) {
        return Rows.count(
                "SELECT count(*) FROM access.family_patient WHERE patient_id = ?::uuid AND until IS NULL", patient);
    }
}

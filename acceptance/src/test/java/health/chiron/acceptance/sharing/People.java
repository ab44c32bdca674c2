package health.chiron.acceptance.sharing;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People with whom patients are shared, and the way there: offer, accept. */
public final class People {
    /**
     * Somebody with an account that nobody's clinic made.
     *
     * @param mail the address, which is the sign-in name too
     * @param api signed in
     */
    public record Person(String mail, Api api) {}

    private People() {}

    /** An address that nobody has. */
    public static String address() {
        return "friend-" + Scene.next() + "@example.org";
    }

    /** Somebody who came by an invitation of this owner, and turned it down. */
    public static Person somebody(Scene.Chart chart) {
        String mail = address();
        String invitation = offer(chart.owner(), chart.id(), mail, "view", Map.of())
                .mustBe(201)
                .text("id");
        Person person = activate(mail);
        person.api().post("/invitations/" + invitation + "/reject", Map.of()).mustBe(200);
        return person;
    }

    /** Sets the first password of an invited address. */
    public static Person activate(String mail) {
        House house = House.get();
        String token = house.outbox().activationTo(mail, 1);
        house.anybody().post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD));
        return new Person(mail, house.signIn(mail, Scene.PASSWORD));
    }

    /** Offers a share. */
    public static Answer offer(Api by, String patient, String mail, String level, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("email", mail, "title", "Look", "permission_level", level));
        body.putAll(more);
        return by.post("/patients/" + patient + "/invitations", body);
    }

    /** Offers and accepts; the share's id. */
    public static String share(Api by, String patient, Person with, String level, Map<String, Object> more) {
        String invitation =
                offer(by, patient, with.mail(), level, more).mustBe(201).text("id");
        accept(with, invitation).mustBe(200);
        return with.api()
                .get("/shares?limit=200")
                .mustBe(200)
                .json()
                .path("shares")
                .valueStream()
                .filter(share -> share.path("patient_id").asText().equals(patient))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** The same for the whole chart and without an end. */
    public static String share(Scene.Chart chart, Person with, String level) {
        return share(chart.owner(), chart.id(), with, level, Map.of());
    }

    /** A new aunt of a patient; her id. */
    public static String aunt(Api by, String patient) {
        return by.post("/patients/" + patient + "/family-members", Map.of("name", "Ada", "relationship", "aunt"))
                .mustBe(201)
                .text("id");
    }

    /** Offers a look at one relative; the invitation's id. */
    public static String offerRelative(Api by, String relative, String mail) {
        return by.post("/family-members/" + relative + "/invitations", Map.of("email", mail, "title", "Ada"))
                .mustBe(201)
                .text("id");
    }

    public static Answer accept(Person who, String invitation) {
        return who.api().post("/invitations/" + invitation + "/accept", Map.of());
    }

    /** The statuses of patients that somebody finds in a list. */
    public static List<String> listed(Person who) {
        return who.api()
                .get("/patients?limit=200")
                .mustBe(200)
                .json()
                .path("patients")
                .findValuesAsText("id");
    }
}

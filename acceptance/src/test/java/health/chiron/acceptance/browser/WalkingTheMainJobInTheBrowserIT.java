package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Outbox;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.rest.SyntheaPerson;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job, whole, by hand: what the front desk, the doctor, the owner and the administrator do at their browsers. */
class WalkingTheMainJobInTheBrowserIT {
    private static final Pattern SIGN_IN_NAME = Pattern.compile("(?m)^(?:Sign-in name|Anmeldename): (\\S+)$");
    private static final String PURPOSE = "Check of the hip";

    private static Scene scene;
    private static Outbox outbox;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
        outbox = House.get().outbox();
    }

    private record Walk(String label, String contact, String patient, int messages) {}

    @Test
    void for_an_animal_that_the_front_desk_registers() {
        String mail = "browser-" + Scene.next() + "@example.org";
        try (Visitor desk = at("desk")) {
            desk.follow("Register a patient");
            desk.fill("register:givenName", "Bella")
                    .choose("register:species", "Dog")
                    .choose("register:sex", "Female");
            desk.fill("register:breed", "Bernese mountain dog").fill("register:birthDate", "2019-04-02");
            desk.fill("register:owner_fullName", "Alex Morgan").fill("register:owner_email", mail);
            desk.press("register:save");
            assertThat(desk.heading()).isEqualTo("Confirm the owner’s contact");
            String patient = desk.parameter("patient");
            desk.fill("prove:code", outbox.codeTo(mail, 1)).press("prove:go");

            walk(desk, new Walk("animal", mail, patient, 2));
        }
    }

    @Test
    void for_a_person_whom_synthea_made_up_and_the_front_desk_finds() throws IOException {
        SyntheaPerson person = SyntheaPerson.oneOf(scene);
        try (Visitor desk = at("desk")) {
            desk.open("find");
            desk.fill("owner:ownerContact", person.phone())
                    .fill("owner:name", person.name())
                    .press("owner:findOwner");
            desk.follow("Ask for access");
            assertThat(desk.heading()).isEqualTo("Confirm the owner’s contact");
            desk.press("again:resend");
            desk.fill("prove:code", outbox.codeTo(person.phone(), 1)).press("prove:go");

            walk(desk, new Walk("person", person.phone(), person.id(), 2));
        }
    }

    private static void walk(Visitor desk, Walk walk) {
        String chart = "chart?patient=" + walk.patient();
        clinicGetsIn(desk, walk);
        try (Visitor doctor = at("doc");
                Visitor owner = ownerOf(walk)) {
            String visit = doctorWorks(doctor, walk, chart);
            ownerSees(owner, walk, visit);
            ownerEnds(owner, walk);
            doctorIsOut(doctor, walk, visit);
            administratorStillReads(walk, visit);
        }
    }

    private static void clinicGetsIn(Visitor desk, Walk walk) {
        assertThat(desk.heading()).isEqualTo("Ask for access");
        desk.choose("ask:doctorId", "Dr doc " + scene.username("doc").substring(4))
                .fill("ask:purpose", PURPOSE);
        desk.shot("walk-" + walk.label() + "-1-ask").press("ask:send");
        assertThat(desk.heading()).isEqualTo("The owner’s code");
        String letter = outbox.message(walk.contact(), walk.messages() + 1);
        assertThat(letter).contains(PURPOSE, "Dr doc");
        String code = outbox.codeTo(walk.contact(), walk.messages() + 1);
        assertThat(desk.page().content()).doesNotContain(code);
        desk.fill("enter:code", code.equals("000000") ? "000001" : "000000").press("enter:go");
        assertThat(desk.errorOf("enter:code")).contains("not right");
        assertThat(desk.text()).contains("4 tries are left");
        desk.shot("walk-" + walk.label() + "-2-wrong-code");
        desk.fill("enter:code", code).press("enter:go");
        assertThat(desk.messages()).contains("Access is open");
        assertThat(desk.complaints()).isEmpty();
    }

    private static Visitor ownerOf(Walk walk) {
        String letter = outbox.message(walk.contact(), walk.messages());
        String username =
                SIGN_IN_NAME.matcher(letter).results().findFirst().orElseThrow().group(1);
        return Chromium.visitor("owner")
                .activate(outbox.activationTo(walk.contact(), walk.messages()), username, Scene.PASSWORD);
    }

    private static String doctorWorks(Visitor doctor, Walk walk, String chart) {
        assertThat(doctor.heading()).isEqualTo("My practice");
        doctor.open(chart);
        assertThat(doctor.page().locator(".banner").innerText()).contains(PURPOSE, "Access until", "left");
        doctor.shot("walk-" + walk.label() + "-3-chart").follow("New visit");
        doctor.fill("visit:chiefComplaint", "Limping since Monday").fill("visit:symptoms", "Warm left hock");
        doctor.fill("visit:weight_value", "38.4").fill("visit:temperature_value", "38.6");
        doctor.fill("visit:vitalSigns_heartRate", "96").press("visit:save");
        assertThat(doctor.messages()).contains("draft is saved");
        doctor.fill("visit:diagnosis", "Strain of the cruciate ligament")
                .fill("visit:treatmentPlan", "Rest.\nTwo weeks.");
        doctor.field("visit:followUpRequired").check();
        doctor.fill("visit:followUpDate", "2030-01-15").shot("walk-" + walk.label() + "-4-write");
        doctor.pressAndConfirm(doctor.field("visit:sign"));
        assertThat(doctor.messages()).contains("visit is signed");
        assertThat(doctor.text()).contains("Strain of the cruciate ligament", "38.4", "38.6", "96");
        doctor.fill("later:text", "The picture shows no fracture.").press("later:add");
        assertThat(doctor.text()).contains("The picture shows no fracture.");
        doctor.shot("walk-" + walk.label() + "-5-visit");
        assertThat(doctor.complaints()).isEmpty();
        return doctor.parameter("id");
    }

    private static void ownerSees(Visitor owner, Walk walk, String visit) {
        assertThat(owner.heading()).isEqualTo("My patients");
        assertThat(owner.text()).contains(PURPOSE);
        owner.shot("walk-" + walk.label() + "-6-mine");
        owner.open("visit?id=" + visit);
        assertThat(owner.text()).contains("Strain of the cruciate ligament", "The picture shows no fracture.");
        owner.open("reads?patient=" + walk.patient());
        assertThat(owner.text()).contains("Dr doc", PURPOSE, "Permitted");
        owner.shot("walk-" + walk.label() + "-7-reads");
    }

    private static void ownerEnds(Visitor owner, Walk walk) {
        owner.open("access?patient=" + walk.patient());
        owner.shot("walk-" + walk.label() + "-8-access");
        owner.pressAndConfirm(owner.page().locator("button[data-confirm]").first());
        assertThat(owner.messages()).contains("access has ended");
        assertThat(owner.text()).contains("Nobody has access now", "Ended by the owner");
        assertThat(owner.complaints()).isEmpty();
    }

    private static void doctorIsOut(Visitor doctor, Walk walk, String visit) {
        assertThat(doctor.open("visit?id=" + visit)).isIn(403, 404);
        doctor.shot("walk-" + walk.label() + "-9-denied");
        assertThat(doctor.open("visits?patient=" + walk.patient())).isIn(403, 404);
        int chart = doctor.open("chart?patient=" + walk.patient());
        assertThat(chart).isIn(200, 403, 404);
        assertThat(doctor.text()).doesNotContain("Strain of the cruciate ligament");
    }

    private static void administratorStillReads(Walk walk, String visit) {
        try (Visitor boss = at("boss")) {
            assertThat(boss.heading()).isEqualTo("Records of the clinic");
            boss.shot("walk-" + walk.label() + "-10-records");
            assertThat(boss.page().locator("a[href*='" + visit + "']").count()).isEqualTo(1);
            assertThat(boss.open("visit?id=" + visit)).isEqualTo(200);
            assertThat(boss.text()).contains("Strain of the cruciate ligament");
        }
        try (Visitor auditor = at("audit")) {
            assertThat(auditor.open("proof")).isEqualTo(200);
            auditor.press("chain:verify");
            auditor.page().getByText("The log holds").waitFor();
            auditor.shot("walk-" + walk.label() + "-11-verified");
        }
    }

    private static Visitor at(String who) {
        return Chromium.visitor(who).signIn(scene.username(who), Scene.PASSWORD);
    }
}

package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job, whole, over REST: a clinic gets into a chart with the owner's code, works, and is let out again. */
class WalkingTheMainJobIT {
    private static final Map<String, Object> VISIT = Map.ofEntries(
            Map.entry("visit_type", "routine_checkup"),
            Map.entry("visit_date", "2026-11-20T14:30:00Z"),
            Map.entry("duration_minutes", 30),
            Map.entry("reason", "Yearly check"),
            Map.entry("chief_complaint", "Tired for a week"),
            Map.entry("symptoms", "Warm, slow"),
            Map.entry("diagnosis", "Nothing found yet"),
            Map.entry("treatment_plan", "Rest, and a blood count"),
            Map.entry("clinical_notes", "Alert, well fed."),
            Map.entry("weight", Map.of("value", 27.4, "unit", "kg")),
            Map.entry("temperature", Map.of("value", 38.6, "unit", "Cel")),
            Map.entry(
                    "vital_signs", Map.of("heart_rate", 92, "respiratory_rate", 24, "systolic", 130, "diastolic", 75)),
            Map.entry("follow_up_required", true),
            Map.entry("follow_up_date", "2026-12-01"),
            Map.entry("follow_up_notes", "With the blood count"));

    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    /** A patient whose owner has a proven contact and is signed in. */
    private record Known(String id, String contact, Api owner) {}

    @Test
    void for_an_animal_that_the_front_desk_registers() {
        String mail = "owner-" + Scene.next() + "@example.org";
        Answer registered = scene.desk
                .post(
                        "/patients",
                        Map.of(
                                "patient",
                                        Map.of(
                                                "kind",
                                                "animal",
                                                "given_name",
                                                "Bella",
                                                "sex",
                                                "female",
                                                "species",
                                                "dog",
                                                "breed",
                                                "Labrador Retriever"),
                                "owner", Map.of("full_name", "Alex Morgan", "email", mail)))
                .mustBe(201);
        String id = registered.text("id");
        assertThat(registered.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/api/v1/patients/" + id));
        scene.desk
                .post(
                        "/patients/" + id + "/owner/verify",
                        Map.of("code", House.get().outbox().codeTo(mail, 1)))
                .mustBe(200);

        walk(new Known(id, mail, firstSignIn(mail, mail, 2)));

        assertThat(scene.doctor.get("/pets/" + id).status()).isIn(403, 404);
    }

    @Test
    void for_a_person_whom_synthea_made_up_and_the_front_desk_finds() throws IOException {
        SyntheaPerson person = SyntheaPerson.oneOf(scene);
        JsonNode found = scene.desk
                .post("/patients/lookup", Map.of("owner_contact", person.phone(), "name", person.name()))
                .mustBe(200)
                .json();
        assertThat(found.path("matches").findValuesAsText("id")).containsExactly(person.id());
        String place = "/patients/" + person.id() + "/owner";
        assertThat(scene.desk
                        .get(place)
                        .mustBe(200)
                        .json()
                        .path("contact_proven")
                        .asBoolean())
                .isFalse();
        scene.desk.post(place + "/code", null).mustBe(200);
        scene.desk
                .post(place + "/verify", Map.of("code", House.get().outbox().codeTo(person.phone(), 1)))
                .mustBe(200);

        Known known = new Known(person.id(), person.phone(), firstSignIn(person.phone(), null, 2));
        walk(known);

        assertThat(known.owner()
                        .get("/patients/" + person.id() + "/conditions")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    private static Api firstSignIn(String contact, String username, int messages) {
        String letter = House.get().outbox().message(contact, messages);
        String token = House.get().outbox().activationTo(contact, messages);
        House.get()
                .anybody()
                .post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD))
                .mustBe(204);
        return House.get().signIn(username == null ? usernameIn(letter) : username, Scene.PASSWORD);
    }

    private static String usernameIn(String letter) {
        return java.util.regex.Pattern.compile("(?m)^(?:Sign-in name|Username): (\\S+)$")
                .matcher(letter)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sign-in name in: " + letter))
                .group(1);
    }

    private static void walk(Known patient) {
        String grant = clinicGetsIn(patient);
        String record = doctorWorks(patient);
        ownerSees(patient, grant, record);
        ownerEnds(patient, grant, record);
        administratorStillReads(record);
        theLogHolds();
    }

    private static String clinicGetsIn(Known patient) {
        assertThat(scene.doctor.get("/patients/" + patient.id() + "/chart").status())
                .isIn(403, 404);
        int before = House.get().outbox().to(patient.contact()).size();
        Answer asked = scene.desk
                .post(
                        "/patients/" + patient.id() + "/access/request",
                        Map.of("doctor_id", scene.doctorId, "purpose", "Check of the yearly kind"))
                .mustBe(201);
        assertThat(asked.text("status")).isEqualTo("pending");
        String letter = House.get().outbox().message(patient.contact(), before + 1);
        assertThat(letter).contains(asked.text("clinic_name"), asked.text("doctor_name"), "Check of the yearly kind");
        String code = House.get().outbox().codeTo(patient.contact(), before + 1);
        assertThat(asked.text()).doesNotContain(code);

        Answer grant = scene.desk
                .post("/access-requests/" + asked.text("id") + "/redeem", Map.of("code", code))
                .mustBe(201);

        assertThat(grant.text("status")).isEqualTo("active");
        assertThat(Duration.between(Instant.parse(grant.text("granted_at")), Instant.parse(grant.text("expires_at"))))
                .isEqualTo(Duration.ofHours(24));
        return grant.text("id");
    }

    private static String doctorWorks(Known patient) {
        assertThat(scene.doctor
                        .get("/patients/" + patient.id() + "/banner")
                        .mustBe(200)
                        .text("relationship"))
                .isEqualTo("grant");
        scene.doctor.get("/patients/" + patient.id() + "/chart").mustBe(200);
        Answer draft = scene.doctor
                .post("/patients/" + patient.id() + "/records", VISIT)
                .mustBe(201);
        String record = "/medical-records/" + draft.text("id");
        patient.owner().get(record).mustBe(404);
        assertThat(scene.doctor.get("/medical-records/drafts").mustBe(200).text())
                .contains(draft.text("id"));

        Map<String, Object> better = new java.util.HashMap<>(VISIT);
        better.put("diagnosis", "Iron deficiency");
        Answer changed = scene.doctor.put(record, better, draft.etag()).mustBe(200);
        scene.doctor.post(record + "/sign", null, draft.etag()).mustBe(412);
        Answer signed =
                scene.doctor.post(record + "/sign", null, changed.etag()).mustBe(200);
        assertThat(signed.text("status")).isEqualTo("signed");
        assertThat(scene.doctor.put(record, VISIT, signed.etag()).mustBe(409).text("code"))
                .isEqualTo("records/visit-signed");
        scene.doctor
                .post(record + "/addenda", Map.of("text", "The blood count agrees."))
                .mustBe(201);
        return draft.text("id");
    }

    private static void ownerSees(Known patient, String grant, String record) {
        Answer seen = patient.owner().get("/medical-records/" + record).mustBe(200);
        assertThat(seen.text("content/diagnosis")).isEqualTo("Iron deficiency");
        assertThat(seen.text("content/vital_signs/heart_rate")).isEqualTo("92");
        assertThat(seen.text("addenda/0/text")).isEqualTo("The blood count agrees.");
        assertThat(patient.owner()
                        .get("/patients/" + patient.id() + "/records")
                        .mustBe(200)
                        .text())
                .contains(record);

        JsonNode log = patient.owner()
                .get("/patients/" + patient.id() + "/audit?limit=200")
                .mustBe(200)
                .json();

        assertThat(StreamSupport.stream(log.path("entries").spliterator(), false))
                .anySatisfy(entry -> {
                    assertThat(entry.path("operation").asText()).isEqualTo("Chart.summary");
                    assertThat(entry.path("grant_id").asText()).isEqualTo(grant);
                    assertThat(entry.path("relationship").asText()).isEqualTo("grant");
                    assertThat(entry.path("purpose").asText()).isEqualTo("Check of the yearly kind");
                    assertThat(entry.path("outcome").asText()).isEqualTo("permitted");
                    assertThat(entry.path("kind").asText()).isEqualTo("doctor");
                    assertThat(entry.path("who").asText()).isNotBlank();
                });
    }

    private static void ownerEnds(Known patient, String grant, String record) {
        assertThat(patient.owner()
                        .get("/patients/" + patient.id() + "/access")
                        .mustBe(200)
                        .text("grants/0/status"))
                .isEqualTo("active");
        assertThat(patient.owner()
                        .post("/grants/" + grant + "/revoke", null)
                        .mustBe(200)
                        .text("status"))
                .isEqualTo("revoked");
        assertThat(patient.owner().delete("/grants/" + grant).mustBe(409).text("code"))
                .isEqualTo("access/grant-over");

        for (String path : new String[] {
            "/patients/" + patient.id() + "/chart",
            "/patients/" + patient.id() + "/records",
            "/medical-records/" + record
        }) {
            assertThat(scene.doctor.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(scene.doctor
                        .post("/patients/" + patient.id() + "/records", VISIT)
                        .status())
                .isIn(403, 404);
        assertThat(patient.owner()
                        .get("/patients/" + patient.id() + "/audit?limit=200")
                        .mustBe(200)
                        .json()
                        .findValuesAsText("outcome"))
                .contains("denied");
    }

    private static void administratorStillReads(String record) {
        assertThat(scene.boss.get("/medical-records/" + record).mustBe(200).text("content/diagnosis"))
                .isEqualTo("Iron deficiency");
        assertThat(scene.boss
                        .get("/clinics/" + scene.clinic + "/records?limit=200")
                        .mustBe(200)
                        .text())
                .contains(record);
    }

    private static void theLogHolds() {
        JsonNode report = scene.auditor.post("/audit/verify", null).mustBe(200).json();

        assertThat(report.path("holds").asBoolean()).as(report.toString()).isTrue();
    }
}

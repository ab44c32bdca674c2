package health.chiron.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clinic brings charts of another system along: whole or not at all, as often as it likes, and never past the owner. */
class BringingChartsInIT {
    private static Scene scene;
    private static Api integrator;

    @BeforeAll
    static void a_clinic_with_an_integrator() {
        scene = Scene.open();
        integrator = integratorOf(scene);
    }

    private static Api integratorOf(Scene clinic) {
        String name = "feed-" + Scene.next();
        House.get()
                .administrator()
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "integrator",
                                "username",
                                name,
                                "full_name",
                                "Records interface",
                                "password",
                                Scene.PASSWORD,
                                "clinic_id",
                                clinic.clinic))
                .mustBe(201);
        return House.get().signIn(name, Scene.PASSWORD);
    }

    /** A person with one visit and one condition, as Synthea writes them. */
    private static String bundle(String id, String phone) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "urn:uuid:%1$s", "resource": {"resourceType": "Patient", "id": "%1$s",
                  "identifier": [{"system": "https://records.example.org", "value": "%1$s"}],
                  "name": [{"use": "official", "family": "Abbott774", "given": ["Ada%1$s"]}], "gender": "female",
                  "birthDate": "1980-02-29", "telecom": [{"system": "phone", "value": "%2$s"}]}},
                 {"resource": {"resourceType": "Observation", "status": "final"}},
                 {"resource": {"resourceType": "Condition", "id": "c%1$s", "subject": {"reference": "urn:uuid:%1$s"},
                  "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "38341003"}], "text": "Hypertension"}}},
                 {"resource": {"resourceType": "Encounter", "id": "e%1$s", "status": "finished", "subject": {"reference": "urn:uuid:%1$s"},
                  "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
                  "participant": [{"individual": {"reference": "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|%1$s", "display": "Dr. Vito638"}}],
                  "period": {"start": "2024-03-01T09:00:00+01:00", "end": "2024-03-01T09:45:00+01:00"}}}]}""".formatted(id, phone);
    }

    private static Answer take(Api who, String bundle) {
        return who.send("POST", "/imports?file_name=a.json", bundle, Map.of("Content-Type", "application/fhir+json"));
    }

    private static String phone() {
        return "+1555" + String.format("%07d", Math.abs(Scene.next().hashCode()) % 10_000_000);
    }

    private static long rows(String table) {
        return Rows.count("SELECT count(*) FROM " + table);
    }

    @Test
    void a_chart_comes_in_and_everything_is_counted() {
        Answer report = take(integrator, bundle(Scene.next(), phone())).mustBe(200);

        assertThat(report.json().path("created").toString())
                .isEqualTo("{\"condition\":1,\"patient\":1,\"practitioner\":1,\"visit\":1}");
        assertThat(report.json().path("not_taken").toString()).isEqualTo("{\"Observation\":1}");
        assertThat(Rows.text(
                        "SELECT counts ->> 'not_taken' FROM interop.import_run WHERE id = ?::uuid", report.text("id")))
                .isEqualTo("{\"Observation\": 1}");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String bundle = bundle(Scene.next(), phone());
        String patient = take(integrator, bundle).mustBe(200).text("patients/0");
        long visits = rows("records.visit");
        long accounts = rows("access.account");
        String version = Rows.text("SELECT version FROM records.patient WHERE id = ?::uuid", patient);

        Answer again = take(integrator, bundle).mustBe(200);

        assertThat(again.json().path("created").size()).isZero();
        assertThat(again.json().path("updated").size()).isZero();
        assertThat(again.json().path("unchanged").toString())
                .isEqualTo("{\"condition\":1,\"patient\":1,\"practitioner\":1,\"visit\":1}");
        assertThat(again.text("patients/0")).isEqualTo(patient);
        assertThat(rows("records.visit")).isEqualTo(visits);
        assertThat(rows("access.account")).isEqualTo(accounts);
        assertThat(Rows.text("SELECT version FROM records.patient WHERE id = ?::uuid", patient))
                .isEqualTo(version);
    }

    @Test
    void the_same_file_eight_times_at_once_comes_in_once() {
        String bundle = bundle(Scene.next(), phone());

        List<Answer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> take(integrator, bundle)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> answer.mustBe(200));
        assertThat(answers)
                .filteredOn(answer -> answer.json().path("created").has("patient"))
                .hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.text("patients/0"))
                .containsOnly(answers.get(0).text("patients/0"));
    }

    @Test
    void of_a_file_that_cannot_be_taken_nothing_is_kept() {
        long patients = rows("records.patient");
        long practitioners = rows("access.practitioner");
        long runs = rows("interop.import_run");
        String bundle = bundle(Scene.next(), phone());

        assertThat(take(integrator, bundle.substring(0, bundle.length() - 20))
                        .mustBe(400)
                        .text("errors/0/code"))
                .isEqualTo("incomplete");
        assertThat(take(integrator, "hello").mustBe(400).text("errors/0/code")).isEqualTo("not_json");
        assertThat(take(integrator, "{\"resourceType\": \"Patient\"}")
                        .mustBe(400)
                        .text("errors/0/code"))
                .isEqualTo("not_a_bundle");
        Answer unreachable = take(integrator, bundle(Scene.next(), "030 1234")).mustBe(400);
        assertThat(unreachable.text("errors/0/code")).isEqualTo("patient_without_contact");
        assertThat(unreachable.text()).doesNotContain("Abbott774").doesNotContain("030 1234");

        assertThat(rows("records.patient")).isEqualTo(patients);
        assertThat(rows("access.practitioner")).isEqualTo(practitioners);
        assertThat(rows("interop.import_run")).isEqualTo(runs);
    }

    @Test
    void only_an_integrator_imports_and_only_for_the_own_clinic() {
        String bundle = bundle(Scene.next(), phone());
        scene.people()
                .forEach((name, who) ->
                        assertThat(take(who, bundle).status()).as(name).isEqualTo(403));
        assertThat(take(House.get().anybody(), bundle).status()).isEqualTo(401);
        Answer elsewhere = integrator.send(
                "POST",
                "/imports?file_name=a.json&clinic_id=" + Scene.open().clinic,
                bundle,
                Map.of("Content-Type", "application/fhir+json"));
        assertThat(elsewhere.status()).isIn(403, 404);
    }

    @Test
    void another_clinic_brings_the_same_person_in_as_its_own_patient() {
        String bundle = bundle(Scene.next(), phone());
        String here = take(integrator, bundle).mustBe(200).text("patients/0");

        assertThat(take(integratorOf(Scene.open()), bundle).mustBe(200).text("patients/0"))
                .isNotEqualTo(here);
    }

    @Test
    void the_chart_opens_only_with_the_code_that_reaches_the_person() {
        String phone = phone();
        String patient =
                take(integrator, bundle(Scene.next(), phone)).mustBe(200).text("patients/0");
        String path = "/patients/" + patient;
        scene.doctor.get(path + "/chart").mustBe(403);

        scene.desk.post(path + "/owner/code", null).mustBe(200);
        scene.desk
                .post(
                        path + "/owner/verify",
                        Map.of("code", House.get().outbox().codeTo(phone, 1)))
                .mustBe(200);
        int before = House.get().outbox().to(phone).size();
        String request = scene.desk
                .post(path + "/access/request", Map.of("doctor_id", scene.doctorId, "purpose", "First visit here"))
                .mustBe(201)
                .text("id");
        String code = House.get().outbox().codeTo(phone, Math.max(before, 2) + 1);
        scene.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", code))
                .mustBe(201);

        Answer chart = scene.doctor.get(path + "/chart").mustBe(200);
        assertThat(chart.json().path("visit_count").asInt()).isEqualTo(1);
        assertThat(chart.text("conditions/0/snomed_code")).isEqualTo("38341003");
    }
}

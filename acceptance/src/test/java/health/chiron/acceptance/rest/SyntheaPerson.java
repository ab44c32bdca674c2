package health.chiron.acceptance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.demo.Synthea;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A person whom Synthea made up, imported into a test's clinic under ids and a telephone number of the test's own.
 *
 * @param id the patient's id here
 * @param name as the front desk writes it
 * @param phone the owner's, in E.164
 */
public record SyntheaPerson(String id, String name, String phone) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static SyntheaPerson oneOf(Scene scene) throws IOException {
        Path file = files().filter(
                        each -> !each.getFileName().toString().matches("(hospital|practitioner)Information.*"))
                .min(java.util.Comparator.comparingLong(each -> each.toFile().length()))
                .orElseThrow();
        String prefix = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        String bundle = Files.readString(file)
                .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", prefix + "$1");
        JsonNode patient = patientIn(bundle);
        String digits = "555-%03d-%04d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(1000),
                        ThreadLocalRandom.current().nextInt(10000));
        bundle = bundle.replace(patient.path("telecom").path(0).path("value").asText(), digits);
        String id = importing(scene)
                .send(
                        "POST",
                        "/imports?clinic_id=" + scene.clinic + "&file_name=one.json",
                        bundle,
                        Map.of("Content-Type", "application/fhir+json"))
                .mustBe(200)
                .text("patients/0");
        return new SyntheaPerson(id, name(patient), "+1" + digits.replace("-", ""));
    }

    private static Stream<Path> files() throws IOException {
        return Files.list(new Synthea(Home.find(), Progress.silent()).people()).toList().stream();
    }

    private static JsonNode patientIn(String bundle) throws IOException {
        for (JsonNode entry : JSON.readTree(bundle).path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                return entry.path("resource");
            }
        }
        throw new IllegalStateException("no patient in the bundle");
    }

    private static String name(JsonNode patient) {
        JsonNode name = patient.path("name").path(0);
        StringBuilder given = new StringBuilder();
        name.path("given")
                .forEach(each -> given.append(given.isEmpty() ? "" : " ").append(each.asText()));
        return name.path("family").asText() + ", " + given;
    }

    private static Api importing(Scene scene) {
        String username = scene.username("imports" + Scene.next());
        House.get()
                .administrator()
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "integrator",
                                "username",
                                username,
                                "full_name",
                                "Imports",
                                "password",
                                Scene.PASSWORD,
                                "clinic_id",
                                scene.clinic))
                .mustBe(201);
        return House.get().signIn(username, Scene.PASSWORD);
    }
}

package health.chiron.launcher.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.launcher.run.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the demo consists of, as the JSON files tell it. Nodes go to the API as they stand, with what only the run knows added. */
final class Script {
    private Script() {}

    /** Both clinics, and who reads the log of all. */
    record Clinics(ObjectNode auditor, List<Clinic> clinics) {
        static Clinics read() {
            return Script.read("clinics.json", new TypeReference<>() {});
        }
    }

    /**
     * A clinic and who works there.
     *
     * @param key what the loader calls it
     * @param frontDesk the username of the person at the desk
     * @param integrator the username of the program that imports
     */
    record Clinic(
            String key,
            String frontDesk,
            String integrator,
            ObjectNode profile,
            List<ObjectNode> members,
            List<ObjectNode> doctors) {}

    /**
     * A person who brings animals.
     *
     * @param signsIn whether the person sets a password
     */
    record Owner(
            String fullName,
            String email,
            String phone,
            String language,
            boolean signsIn,
            ObjectNode address,
            List<ObjectNode> animals) {
        static List<Owner> all() {
            return Script.read("animals.json", new TypeReference<>() {});
        }

        /** Where messages to this person arrive. */
        String contact() {
            return email != null ? email : phone;
        }
    }

    /**
     * What happens to one patient at a clinic.
     *
     * @param patient the animal's name, or the person's given and family names
     * @param ownerSignsIn whether the person sets a password; animals' owners say so themselves
     * @param doctor the doctor's username
     * @param outcome {@code granted}, {@code waiting} or {@code cancelled}
     * @param endedBy {@code owner} when the owner takes the access back at the end
     */
    record Chart(
            String patient,
            boolean ownerSignsIn,
            String doctor,
            String purpose,
            int grantHours,
            List<String> sections,
            String outcome,
            String endedBy,
            List<Visit> visits) {
        static List<Chart> ofAnimals() {
            return Script.read("animal-charts.json", new TypeReference<>() {});
        }

        static List<Chart> ofPeople() {
            return Script.read("people-charts.json", new TypeReference<>() {});
        }
    }

    /**
     * A visit record.
     *
     * @param daysAgo counted from the day of the first start
     * @param at the clinic's time of day
     * @param followUpInDays counted from the visit; null without a date
     * @param addendum null without one
     */
    record Visit(int daysAgo, String at, boolean sign, Integer followUpInDays, String addendum, ObjectNode content) {}

    private static <T> T read(String file, TypeReference<T> shape) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            JsonNode tree = Json.mapper().readTree(in);
            return Json.mapper().readValue(Json.mapper().treeAsTokens(tree), shape);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's " + file + " in the launcher's jar is unreadable", e);
        }
    }
}

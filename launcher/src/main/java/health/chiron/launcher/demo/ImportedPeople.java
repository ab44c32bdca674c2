package health.chiron.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.imports.ImportFiles;
import health.chiron.launcher.imports.ImportRun;
import health.chiron.launcher.imports.Totals;
import health.chiron.launcher.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people whom Synthea made up, imported into a clinic, by name. */
final class ImportedPeople {
    private final Map<String, Person> byName = new HashMap<>();

    /**
     * A person of the files.
     *
     * @param phone in E.164, as the import reads it
     */
    record Person(DemoFile.Patient patient, String phone) {}

    private ImportedPeople() {}

    /** Imports the folder. */
    static ImportedPeople from(Path folder, ApiSession integrator) {
        Totals totals = new ImportRun(integrator, line -> {}).send(ImportFiles.of(folder));
        totals.refusedFiles().values().stream().findFirst().ifPresent(reason -> {
            throw new LauncherException("A file of the demo was not imported: " + reason);
        });
        ImportedPeople people = new ImportedPeople();
        totals.patients().forEach((file, ids) -> ids.forEach(id -> people.add(file, id)));
        return people;
    }

    /** The person with these given and family names. */
    Person named(String name) {
        Person person = byName.get(name);
        if (person == null) {
            throw new LauncherException("The demo's script names a person whom Synthea did not make: " + name + ".");
        }
        return person;
    }

    int size() {
        return byName.size();
    }

    private void add(Path file, String id) {
        JsonNode patient = patientIn(file);
        JsonNode name = patient.path("name").path(0);
        List<String> names = new ArrayList<>();
        name.path("given").forEach(given -> names.add(given.asText()));
        names.add(name.path("family").asText());
        String full = String.join(" ", names);
        String phone =
                "+1" + patient.path("telecom").path(0).path("value").asText().replaceAll("[^0-9]", "");
        byName.put(full, new Person(new DemoFile.Patient(id, full, "human"), phone));
    }

    private static JsonNode patientIn(Path file) {
        try {
            for (JsonNode entry : Json.mapper().readTree(file.toFile()).path("entry")) {
                if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                    return entry.path("resource");
                }
            }
        } catch (IOException e) {
            throw new LauncherException("The file " + file + " cannot be read.", e);
        }
        throw new LauncherException("The file " + file + " holds no patient.");
    }
}

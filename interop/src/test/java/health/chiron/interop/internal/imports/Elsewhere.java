package health.chiron.interop.internal.imports;

import java.util.ArrayList;
import java.util.List;

/** Small hand-made bundles as another system would send them. All people are invented. */
final class Elsewhere {
    static final String SYSTEM = "https://records.example.org/patients";
    static final String PATIENT_URL = "urn:uuid:00000000-0000-4000-8000-000000000001";

    private Elsewhere() {}

    static String bundle(String... resources) {
        List<String> entries = new ArrayList<>();
        for (String resource : resources) {
            String url = resource.contains("\"Patient\"") ? "\"fullUrl\": \"" + PATIENT_URL + "\", " : "";
            entries.add("{" + url + "\"resource\": " + resource + "}");
        }
        return "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + String.join(",", entries)
                + "]}";
    }

    /** A patient with everything that is needed. */
    static String patient() {
        return patient("""
                "name": [{"use": "official", "family": "Abbott774", "given": ["Ada1", "May22"]}],
                "telecom": [{"system": "phone", "value": "555-123-4567", "use": "home"}],
                "address": [{"line": ["1 Elm Street"], "city": "Salem", "state": "MA", "postalCode": "01970", "country": "US"}],
                "gender": "female", "birthDate": "1980-02-29\"""");
    }

    /** A patient with an id and these facts. */
    static String patient(String facts) {
        return """
                {"resourceType": "Patient", "id": "p1",
                 "identifier": [{"system": "%s", "value": "p1"}], %s}""".formatted(SYSTEM, facts);
    }

    /** A finished encounter with these facts. */
    static String encounter(String id, String facts) {
        return """
                {"resourceType": "Encounter", "id": "%s", "status": "finished",
                 "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
                 "subject": {"reference": "%s"},
                 "period": {"start": "2024-03-01T09:00:00+01:00", "end": "2024-03-01T09:45:00+01:00"}%s}""".formatted(id, PATIENT_URL, facts.isEmpty() ? "" : ", " + facts);
    }

    /** A condition with these facts. */
    static String condition(String id, String facts) {
        return """
                {"resourceType": "Condition", "id": "%s", "subject": {"reference": "%s"},
                 "code": {"coding": [{"system": "http://snomed.info/sct", "code": "38341003", "display": "Hypertension (disorder)"}],
                          "text": "Hypertension"}%s}""".formatted(id, PATIENT_URL, facts.isEmpty() ? "" : ", " + facts);
    }

    /** A coded word of FHIR's own. */
    static String status(String system, String code) {
        return "{\"coding\": [{\"system\": \"http://terminology.hl7.org/CodeSystem/%s\", \"code\": \"%s\"}]}"
                .formatted(system, code);
    }
}

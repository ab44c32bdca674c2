package health.chiron.rest.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import java.util.Locale;

/**
 * An entry of the log as a FHIR R4 AuditEvent, in the shape of IHE's Basic Audit Log Patterns: who (the user, the face it came
 * through, this house), what (the record, the patient, the request), by which rule and for which purpose.
 */
final class AuditEventForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";

    private AuditEventForm() {}

    static ObjectNode of(AccessEntry entry) {
        ObjectNode event = JSON.objectNode()
                .put("resourceType", "AuditEvent")
                .put("id", entry.id().toString());
        event.putObject("meta").putArray("profile").add(PROFILES + profile(entry));
        event.set(
                "type", coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation"));
        event.putArray("subtype").add(coding("http://hl7.org/fhir/restful-interaction", interaction(entry), null));
        event.put("action", letter(entry.action()));
        event.put("recorded", entry.occurredAt().toString());
        event.put("outcome", outcome(entry.outcome()));
        if (entry.reason() != null) {
            event.put("outcomeDesc", entry.reason());
        }
        agents(event.putArray("agent"), entry);
        ObjectNode source = event.putObject("source");
        source.putObject("observer").put("display", "Chiron");
        source.putArray("type")
                .add(coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        entities(event.putArray("entity"), entry);
        return event;
    }

    private static void agents(ArrayNode agents, AccessEntry entry) {
        ObjectNode user = agents.addObject();
        user.set("type", concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"));
        if (entry.kind() != null) {
            user.putArray("role").addObject().put("text", word(entry.kind()));
        }
        ObjectNode who = user.putObject("who");
        who.putObject("identifier").put("value", entry.accountId().toString());
        if (entry.who() != null) {
            who.put("display", entry.who());
        }
        user.put("requestor", true);
        if (entry.rule() != null) {
            user.putArray("policy").add("urn:chiron:rule:" + entry.rule());
        }
        if (entry.purpose() != null) {
            user.putArray("purposeOfUse").addObject().put("text", entry.purpose());
        }
        ObjectNode client = agents.addObject();
        client.set("type", concept(DICOM, "110153"));
        client.putObject("who").put("display", word(entry.channel()));
        client.put("requestor", false);
        if (entry.address() != null) {
            client.putObject("network").put("address", entry.address()).put("type", "2");
        }
        ObjectNode server = agents.addObject();
        server.set("type", concept(DICOM, "110152"));
        server.putObject("who").put("display", "Chiron");
        server.put("requestor", false);
    }

    private static void entities(ArrayNode entities, AccessEntry entry) {
        ObjectNode data = entities.addObject();
        if (entry.recordId() != null) {
            data.putObject("what")
                    .putObject("identifier")
                    .put("value", entry.recordId().toString());
        }
        data.set("type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2", "System Object"));
        data.set("role", coding("http://terminology.hl7.org/CodeSystem/object-role", "4", "Domain Resource"));
        data.put("name", word(entry.category()));
        data.put("description", entry.operation());
        if (entry.patientId() != null) {
            ObjectNode patient = entities.addObject();
            patient.putObject("what").put("reference", "Patient/" + entry.patientId());
            patient.set("type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1", "Person"));
            patient.set("role", coding("http://terminology.hl7.org/CodeSystem/object-role", "1", "Patient"));
        }
        if (entry.grantId() != null) {
            ObjectNode consent = entities.addObject();
            consent.putObject("what")
                    .putObject("identifier")
                    .put("value", entry.grantId().toString());
            consent.put("description", "grant");
        }
        ObjectNode request = entities.addObject();
        request.putObject("what").putObject("identifier").put("value", entry.requestId());
        request.set(
                "type",
                coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null));
    }

    private static String profile(AccessEntry entry) {
        String what = switch (letter(entry.action())) {
            case "C" -> "Create";
            case "U" -> "Update";
            case "D" -> "Delete";
            case "E" -> "Query";
            default -> "Read";
        };
        return entry.patientId() == null ? what : "Patient" + what;
    }

    private static String interaction(AccessEntry entry) {
        return switch (letter(entry.action())) {
            case "C" -> "create";
            case "U" -> "update";
            case "D" -> "delete";
            case "E" -> "search-type";
            default -> "read";
        };
    }

    private static String letter(Action action) {
        return switch (action) {
            case CREATE, IMPORT, REQUEST, GRANT, SIGN_IN -> "C";
            case PURGE -> "D";
            case LOOK_UP -> "E";
            case READ, EXPORT, VERIFY -> "R";
            default -> "U";
        };
    }

    private static String outcome(String outcome) {
        return switch (outcome) {
            case "PERMITTED" -> "0";
            case "DENIED" -> "4";
            default -> "8";
        };
    }

    private static ObjectNode concept(String system, String code) {
        ObjectNode concept = JSON.objectNode();
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        return concept;
    }

    private static ObjectNode coding(String system, String code, String display) {
        ObjectNode coding = JSON.objectNode().put("system", system).put("code", code);
        return display == null ? coding : coding.put("display", display);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

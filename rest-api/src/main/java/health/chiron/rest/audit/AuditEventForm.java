package health.chiron.rest.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import java.util.Locale;

/**
 * An entry of the log as a FHIR R4 AuditEvent in the shape of IHE's Basic Audit Log Patterns (ITI BALP 1.1, volume 3): who (the user,
 * the face it came through, this house), what (the record, the patient, the request), by which rule and for which purpose.
 *
 * <p>Their profiles are for what succeeded, so an act that was refused or failed has the shape and names no profile. Nor does a look-up:
 * its profile wants the request as it was sent, and the log keeps no searched names and contacts.
 */
final class AuditEventForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ENTITIES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";

    /** The verbs of REST as the patterns see them: what flows from whom to whom says which role client and server have. */
    private enum Verb {
        CREATE("C", "create", "AUT", DICOM, "110153", DICOM, "110152"),
        READ("R", "read", "IRCP", DICOM, "110152", DICOM, "110153"),
        UPDATE("U", "update", "AUT", DICOM, "110153", DICOM, "110152"),
        DELETE(
                "D",
                "delete",
                "AUT",
                DICOM,
                "110150",
                "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                "custodian"),
        QUERY("E", "search-type", "IRCP", DICOM, "110153", DICOM, "110152");

        private final String letter;
        private final String interaction;
        private final String user;
        private final ObjectNode client;
        private final ObjectNode server;

        Verb(
                String letter,
                String interaction,
                String user,
                String clientSystem,
                String clientCode,
                String serverSystem,
                String serverCode) {
            this.letter = letter;
            this.interaction = interaction;
            this.user = user;
            this.client = concept(clientSystem, clientCode);
            this.server = concept(serverSystem, serverCode);
        }

        static Verb of(Action action) {
            return switch (action) {
                case CREATE, IMPORT, REQUEST, GRANT, SIGN_IN -> CREATE;
                case PURGE -> DELETE;
                case LOOK_UP -> QUERY;
                case READ, EXPORT, VERIFY, EXPLAIN -> READ;
                default -> UPDATE;
            };
        }
    }

    private AuditEventForm() {}

    /**
     * The entry in that form.
     *
     * @param house the address that people use, as the server's network address
     */
    static ObjectNode of(AccessEntry entry, String house) {
        Verb verb = Verb.of(entry.action());
        ObjectNode event = JSON.objectNode()
                .put("resourceType", "AuditEvent")
                .put("id", entry.id().toString());
        if (verb != Verb.QUERY && entry.outcome().equals("PERMITTED")) {
            event.putObject("meta").putArray("profile").add(profile(verb, entry.patientId() != null));
        }
        event.set(
                "type", coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation"));
        event.putArray("subtype").add(coding("http://hl7.org/fhir/restful-interaction", verb.interaction, null));
        event.put("action", verb.letter);
        event.put("recorded", entry.occurredAt().toString());
        event.put("outcome", outcome(entry.outcome()));
        if (entry.reason() != null) {
            event.put("outcomeDesc", entry.reason());
        }
        agents(event.putArray("agent"), entry, verb, house);
        ObjectNode source = event.putObject("source");
        source.put("site", house);
        source.putObject("observer").put("display", "Chiron");
        source.putArray("type")
                .add(coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        entities(event.putArray("entity"), entry);
        return event;
    }

    private static void agents(ArrayNode agents, AccessEntry entry, Verb verb, String house) {
        ObjectNode user = agents.addObject();
        user.set("type", concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", verb.user));
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
        client.set("type", verb.client.deepCopy());
        client.putObject("who").put("display", word(entry.channel()));
        client.put("requestor", false);
        client.set("network", network(entry, house));
        ObjectNode server = agents.addObject();
        server.set("type", verb.server.deepCopy());
        server.putObject("who").put("display", "Chiron");
        server.put("requestor", false);
        server.set("network", address(house));
    }

    /** Where it came from. Whoever may not see that is told that it is masked; a job and a command come from the house itself. */
    private static ObjectNode network(AccessEntry entry, String house) {
        if (entry.address() != null) {
            return JSON.objectNode().put("address", entry.address()).put("type", "2");
        }
        return switch (entry.channel()) {
            case JOB, COMMAND -> address(house);
            case PORTAL, API -> {
                ObjectNode masked = JSON.objectNode();
                masked.putObject("_address")
                        .putArray("extension")
                        .addObject()
                        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                        .put("valueCode", "masked");
                yield masked.put("type", "2");
            }
        };
    }

    private static ObjectNode address(String house) {
        return JSON.objectNode().put("address", house).put("type", "5");
    }

    private static void entities(ArrayNode entities, AccessEntry entry) {
        ObjectNode data = entities.addObject();
        ObjectNode what = data.putObject("what").put("display", entry.operation());
        if (entry.recordId() != null) {
            what.putObject("identifier").put("value", entry.recordId().toString());
        }
        data.set("type", coding(ENTITIES, "2", "System Object"));
        data.set("role", coding(ROLES, "4", "Domain Resource"));
        data.put("name", word(entry.category()));
        if (entry.patientId() != null) {
            ObjectNode patient = entities.addObject();
            patient.putObject("what").put("reference", "Patient/" + entry.patientId());
            patient.set("type", coding(ENTITIES, "1", "Person"));
            patient.set("role", coding(ROLES, "1", "Patient"));
        }
        if (entry.grantId() != null) {
            ObjectNode consent = entities.addObject();
            consent.putObject("what")
                    .putObject("identifier")
                    .put("value", entry.grantId().toString());
            consent.put("description", "grant");
        }
        if (entry.requestId() != null) {
            ObjectNode request = entities.addObject();
            request.putObject("what").putObject("identifier").put("value", entry.requestId());
            request.set(
                    "type",
                    coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null));
        }
    }

    private static String profile(Verb verb, boolean ofPatient) {
        String name = switch (verb) {
            case CREATE -> "Create";
            case READ -> "Read";
            case UPDATE -> "Update";
            case DELETE -> "Delete";
            case QUERY -> throw new IllegalArgumentException("a look-up names no profile");
        };
        return PROFILES + (ofPatient ? "Patient" : "") + name;
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

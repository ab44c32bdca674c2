package health.chiron.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.Roster.ClinicMade;
import health.chiron.launcher.run.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person at a clinic's desk: registers, proves contacts, asks for access, enters codes. */
final class FrontDesk {
    private final ApiSession session;
    private final ClinicMade clinic;
    private final Outbox outbox;
    private final Roster roster;
    private final URI api;

    FrontDesk(ApiSession session, ClinicMade clinic, Outbox outbox, Roster roster, URI api) {
        this.session = session;
        this.clinic = clinic;
        this.outbox = outbox;
        this.roster = roster;
        this.api = api;
    }

    /** Registers an owner's animals. The first one sends a code to the owner, who reads it out at the desk. */
    List<Known> register(Script.Owner owner) {
        List<Known> known = new ArrayList<>();
        String username = null;
        for (ObjectNode animal : owner.animals()) {
            ObjectNode patient = animal.deepCopy().put("kind", "animal");
            patient.set("address", owner.address());
            ObjectNode registration = Json.mapper().createObjectNode().put("clinic_id", clinic.id());
            registration.set("patient", patient);
            registration.set("owner", person(owner));
            DemoFile.Patient made = new DemoFile.Patient(
                    session.post("/patients", registration).path("id").asText(),
                    animal.path("given_name").asText(),
                    "animal");
            if (known.isEmpty()) {
                username = proveContact(made, owner.contact(), owner.fullName(), owner.signsIn());
            }
            known.add(new Known(made, owner.contact(), username));
            if (username != null) {
                roster.reaches(username, made);
            }
        }
        return known;
    }

    private static ObjectNode person(Script.Owner owner) {
        ObjectNode person = Json.mapper()
                .createObjectNode()
                .put("full_name", owner.fullName())
                .put("language", owner.language());
        Optional.ofNullable(owner.email()).ifPresent(email -> person.put("email", email));
        Optional.ofNullable(owner.phone()).ifPresent(phone -> person.put("phone", phone));
        return person;
    }

    /**
     * Proves the contact of an imported patient's owner: nobody has asked them so far.
     *
     * @return the patient with the owner's sign-in name, if the owner signs in
     */
    Known proveImported(DemoFile.Patient patient, String contact, boolean signsIn) {
        if (session.get("/patients/" + patient.id() + "/owner")
                .path("contact_proven")
                .asBoolean()) {
            return new Known(patient, contact, null);
        }
        session.post("/patients/" + patient.id() + "/owner/code");
        String username = proveContact(patient, contact, patient.name(), signsIn);
        if (username != null) {
            roster.reaches(username, patient);
        }
        return new Known(patient, contact, username);
    }

    private String proveContact(DemoFile.Patient patient, String contact, String fullName, boolean signsIn) {
        session.post("/patients/" + patient.id() + "/owner/verify", Map.of("code", outbox.codeFor(contact)));
        Outbox.Invitation invitation = outbox.invitationFor(contact);
        if (!signsIn) {
            return null;
        }
        ApiSession.postOpenly(
                api,
                "/auth/activate",
                Map.of("token", invitation.token(), "password", roster.password(invitation.username())));
        roster.add("owner", invitation.username(), fullName, null);
        return invitation.username();
    }

    /** Asks for access and, when the owner agrees, enters the code. */
    Optional<String> askFor(Known known, Script.Chart chart, String doctorId) {
        ObjectNode request = Json.mapper()
                .createObjectNode()
                .put("clinic_id", clinic.id())
                .put("doctor_id", doctorId)
                .put("purpose", chart.purpose())
                .put("grant_hours", chart.grantHours());
        if (chart.sections() != null) {
            chart.sections().forEach(request.putArray("sections")::add);
        }
        JsonNode asked = session.post("/patients/" + known.patient().id() + "/access/request", request);
        String path = "/access-requests/" + asked.path("id").asText();
        String code = outbox.codeFor(known.contact());
        return switch (chart.outcome()) {
            case "granted" ->
                Optional.of(session.post(path + "/redeem", Map.of("code", code))
                        .path("id")
                        .asText());
            case "cancelled" -> {
                session.delete(path);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}

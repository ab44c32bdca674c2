package health.chiron.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.Roster.ClinicMade;
import java.util.HashMap;
import java.util.Map;

/** Makes the clinics and their people, as the installation's first administrator. */
final class ClinicSetup {
    private final ApiSession administrator;
    private final Roster roster;
    private final Map<String, String> doctorIds = new HashMap<>();

    ClinicSetup(ApiSession administrator, Roster roster) {
        this.administrator = administrator;
        this.roster = roster;
    }

    /** Makes a clinic with members and doctors. */
    ClinicMade make(Script.Clinic clinic) {
        String id = administrator.post("/clinics", clinic.profile()).path("id").asText();
        ClinicMade made = new ClinicMade(
                id,
                clinic.profile().path("clinic_name").asText(),
                clinic.profile().path("time_zone").asText());
        for (ObjectNode member : clinic.members()) {
            administrator.post("/accounts", withPassword(member).put("clinic_id", id));
            add(member.path("kind").asText(), member, made);
        }
        for (ObjectNode doctor : clinic.doctors()) {
            String doctorId = administrator
                    .post("/doctors", withPassword(doctor).put("clinic_id", id))
                    .path("id")
                    .asText();
            doctorIds.put(doctor.path("username").asText(), doctorId);
            add("doctor", doctor, made);
        }
        return made;
    }

    /** Makes the auditor, who belongs to no clinic. */
    void makeAuditor(ObjectNode auditor) {
        administrator.post("/accounts", withPassword(auditor));
        add("auditor", auditor, null);
    }

    /** The account of a doctor. */
    String doctorId(String username) {
        return doctorIds.get(username);
    }

    private void add(String role, ObjectNode person, ClinicMade clinic) {
        roster.add(
                role, person.path("username").asText(), person.path("full_name").asText(), clinic);
    }

    private ObjectNode withPassword(ObjectNode person) {
        return person.deepCopy()
                .put("password", roster.password(person.path("username").asText()))
                // It is printed for whoever tries the demo, and stays as it is.
                .put("password_change_required", false);
    }
}

package health.chiron.acceptance.access;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What errands about people, profiles and directories need to be there: made once, and set back after each call. */
final class Entries {
    private final Cast cast;
    private final Api platform = House.get().administrator();
    private String invitation;
    private String practitioner;
    private String duplicate;
    private String pharmacy;
    private String credential;
    private final Map<String, String> programs = new HashMap<>();

    Entries(Cast cast) {
        this.cast = cast;
    }

    /** An open invitation of the clinic to a doctor elsewhere. */
    String invitation() {
        if (invitation == null) {
            invitation = platform.post(
                            "/clinics/" + cast.here.clinic + "/invitations",
                            Map.of("addressed_to", cast.other.username("doc")))
                    .mustBe(201)
                    .text("id");
        }
        return invitation;
    }

    /** An entry of the directory of practitioners. */
    String practitioner() {
        if (practitioner == null) {
            practitioner = enter("Ada Quill");
        }
        return practitioner;
    }

    /** Another one, which means the same person. */
    String duplicate() {
        if (duplicate == null) {
            duplicate = enter("A. Quill");
        }
        return duplicate;
    }

    private String enter(String name) {
        return platform.post("/practitioners", Map.of("name", name, "specialty", "Cardiology", "practice", "Heart"))
                .mustBe(201)
                .text("id");
    }

    /** An entry of the directory of pharmacies. */
    String pharmacy() {
        if (pharmacy == null) {
            pharmacy = platform.post("/pharmacies", Map.of("name", "Riverside"))
                    .mustBe(201)
                    .text("id");
        }
        return pharmacy;
    }

    /**
     * A program of the clinic that holds access, as the operation finds it: waiting for a decision, held back, or let in. A new one
     * when the last is not like that any more.
     */
    String program(String operation) {
        String state = operation.endsWith("/approve") || operation.endsWith("/refuse")
                ? "REQUESTED"
                : operation.endsWith("/resume") ? "SUSPENDED" : "APPROVED";
        return programThatIs(state);
    }

    /**
     * A program of the clinic in this state: requested, suspended, connected (a token of it is out), or let in for any other word; with a
     * credential then.
     */
    String programThatIs(String word) {
        String asked = word.toUpperCase(java.util.Locale.ROOT);
        String state = asked.equals("REQUESTED") || asked.equals("SUSPENDED") ? asked : "APPROVED";
        String known = programs.get(state);
        if (known == null
                || !state.equals(Rows.text("SELECT state FROM access.api_client WHERE id = ?::uuid", known))) {
            programs.put(state, register(state));
        }
        if (asked.equals("CONNECTED")) {
            programSession();
        }
        return programs.get(state);
    }

    /** An open session of the program that is let in; a new one when the last was ended. */
    String programSession() {
        String program = program("DELETE");
        String open =
                "SELECT id::text FROM access.session WHERE account_id = ?::uuid AND ended_at IS NULL AND expires_at > now() + interval '1 minute'";
        List<String> sessions = Rows.texts(open, program);
        if (sessions.isEmpty()) {
            Programs.Program one = new Programs.Program(cast.here, program);
            one.signIn(one.secret());
            sessions = Rows.texts(open, program);
        }
        return sessions.getFirst();
    }

    private String register(String state) {
        Programs.Program program = Programs.registered(cast.here, "system/Patient.rs");
        if (!state.equals("REQUESTED")) {
            program.approve();
        }
        if (state.equals("SUSPENDED")) {
            program.act(cast.here.boss, "suspend").mustBe(200);
        }
        return program.id();
    }

    /** A credential of the program that is let in, which holds. */
    String credential() {
        if (credential == null
                || Rows.count(
                                "SELECT count(*) FROM access.client_credential WHERE id = ?::uuid AND retired_at IS NULL",
                                credential)
                        == 0) {
            credential = cast.here
                    .boss
                    .post("/clients/" + program("DELETE") + "/credentials", Map.of("kind", "secret", "label", "One"))
                    .mustBe(201)
                    .text("credential/id");
        }
        return credential;
    }

    /** The row of the colleague's association. */
    String member() {
        return Rows.text(
                "SELECT id::text FROM access.clinic_member WHERE account_id = ?::uuid AND clinic_id = ?::uuid",
                cast.here.otherDoctorId,
                cast.here.clinic);
    }

    /** The row of the doctor's profile. */
    String profile() {
        return Rows.text("SELECT id::text FROM access.practitioner WHERE account_id = ?::uuid", cast.here.doctorId);
    }

    void setBack() {
        Rows.change("""
                UPDATE access.client_credential SET retired_at = now(), retired_by = created_by
                 WHERE retired_at IS NULL AND label <> 'One'
                   AND id NOT IN (SELECT DISTINCT ON (client_id) id FROM access.client_credential ORDER BY client_id, created_at, id)""");
        Rows.change(
                "UPDATE access.clinic SET verified = false, verified_at = NULL, verified_by = NULL WHERE id = ?::uuid AND verified",
                cast.here.clinic);
        Rows.change(
                "UPDATE access.practitioner SET verified = false, verified_at = NULL, verified_by = NULL WHERE account_id = ?::uuid AND verified",
                cast.here.doctorId);
        Rows.change(
                "UPDATE access.clinic_member SET active = true, ended_at = NULL, ended_by = NULL WHERE account_id = ?::uuid AND NOT active",
                cast.here.otherDoctorId);
        Rows.change(
                "UPDATE access.clinic_member SET active = false WHERE account_id = ?::uuid AND active", cast.left());
        Rows.change(
                "UPDATE access.clinic SET active = true, deactivated_at = NULL, deactivated_by = NULL WHERE id = ?::uuid AND NOT active",
                cast.here.clinic);
        Rows.change(
                "DELETE FROM access.clinic_member WHERE clinic_id = ?::uuid AND account_id = ?::uuid",
                cast.here.clinic,
                cast.other.doctorId);
        if (invitation != null) {
            Rows.change(
                    "UPDATE access.clinic_invitation SET status = 'PENDING', answered_at = NULL WHERE id = ?::uuid AND status <> 'PENDING'",
                    invitation);
        }
        if (duplicate != null) {
            Rows.change(
                    "UPDATE access.practitioner SET merged_into = NULL, active = true WHERE id = ?::uuid AND merged_into IS NOT NULL",
                    duplicate);
        }
    }
}

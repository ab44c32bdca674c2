package health.chiron.acceptance.access;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import java.util.Map;

/** What errands about people, profiles and directories need to be there: made once, and set back after each call. */
final class Entries {
    private final Cast cast;
    private final Api platform = House.get().administrator();
    private String invitation;
    private String practitioner;
    private String duplicate;
    private String pharmacy;

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

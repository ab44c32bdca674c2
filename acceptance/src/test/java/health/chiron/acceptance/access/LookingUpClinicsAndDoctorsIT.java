package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clinics and doctors by licence, state and name, people by how they belong to a clinic (seed 000): what fits, and all of it. */
class LookingUpClinicsAndDoctorsIT {
    private static final Api PLATFORM = House.get().administrator();

    private static Scene one;
    private static Scene other;
    private static String licence;
    private static String doctorsLicence;

    @BeforeAll
    static void two_clinics() {
        one = Scene.open();
        other = Scene.open();
        licence = Rows.text("SELECT license_number FROM access.clinic WHERE id = ?::uuid", one.clinic);
        doctorsLicence =
                Rows.text("SELECT license_number FROM access.practitioner WHERE account_id = ?::uuid", one.doctorId);
    }

    private static List<String> found(Api who, String path, String list) {
        var answer = who.get(path).mustBe(200).json();
        assertThat(answer.path("total").asInt()).isEqualTo(answer.path(list).size());
        return StreamSupport.stream(answer.path(list).spliterator(), false)
                .map(entry -> entry.path("id").asText())
                .toList();
    }

    private static List<String> clinics(String filter) {
        return found(PLATFORM, "/clinics?license_number=" + licence + filter, "clinics");
    }

    @Test
    void a_clinic_by_its_whole_licence_number() {
        assertThat(clinics("")).containsExactly(one.clinic);
        assertThat(clinics("x")).isEmpty();
        assertThat(found(PLATFORM, "/clinics?license_number=" + licence.substring(0, 3), "clinics"))
                .isEmpty();
        assertThat(found(one.desk, "/directory/clinics?license_number=" + licence, "clinics"))
                .containsExactly(one.clinic);
        // Whoever administers one clinic finds that one, whatever is asked for.
        assertThat(found(other.boss, "/clinics?license_number=" + licence, "clinics"))
                .isEmpty();
        assertThat(found(other.boss, "/clinics", "clinics")).containsExactly(other.clinic);
    }

    @Test
    void a_clinic_by_its_state() {
        assertThat(clinics("&verified=false&active=true")).containsExactly(one.clinic);
        assertThat(clinics("&verified=true")).isEmpty();
        assertThat(clinics("&active=false")).isEmpty();

        Rows.change("UPDATE access.clinic SET active = false WHERE id = ?::uuid", one.clinic);
        try {
            assertThat(clinics("&active=false")).containsExactly(one.clinic);
            assertThat(found(other.desk, "/directory/clinics?license_number=" + licence, "clinics"))
                    .as("a closed clinic is in no pick list")
                    .isEmpty();
        } finally {
            Rows.change("UPDATE access.clinic SET active = true WHERE id = ?::uuid", one.clinic);
        }
    }

    @Test
    void a_doctor_by_the_whole_licence_number_and_by_the_clinic() {
        String search = "/doctors?license_number=" + doctorsLicence;
        assertThat(found(PLATFORM, search, "doctors")).containsExactly(one.doctorId);
        assertThat(found(PLATFORM, search + "&clinic_id=" + one.clinic, "doctors"))
                .containsExactly(one.doctorId);
        assertThat(found(PLATFORM, search + "&clinic_id=" + other.clinic, "doctors"))
                .isEmpty();
        assertThat(found(PLATFORM, search + "&verified=true", "doctors")).isEmpty();
        assertThat(found(PLATFORM, search + "&active=true&verified=false", "doctors"))
                .containsExactly(one.doctorId);
        assertThat(found(PLATFORM, search.substring(0, search.length() - 1), "doctors"))
                .isEmpty();
        assertThat(found(PLATFORM, "/doctors?clinic_id=" + one.clinic, "doctors"))
                .containsExactlyInAnyOrder(one.doctorId, one.otherDoctorId);
    }

    @Test
    void a_doctor_by_part_of_the_name_and_of_the_specialization() {
        Rows.change(
                "UPDATE access.practitioner SET specialization = 'Surgery of 100% small animals' WHERE account_id = ?::uuid",
                one.doctorId);
        String here = "/doctors?clinic_id=" + one.clinic;
        assertThat(found(PLATFORM, here + "&specialization=SMALL", "doctors")).containsExactly(one.doctorId);
        assertThat(found(PLATFORM, here + "&specialization=100%25", "doctors")).containsExactly(one.doctorId);
        assertThat(found(PLATFORM, here + "&specialization=1%25small", "doctors"))
                .as("a sign that stands for others in SQL stands for itself")
                .isEmpty();
        assertThat(found(PLATFORM, here + "&name=dr%20BEE", "doctors")).containsExactly(one.otherDoctorId);
    }

    @Test
    void people_by_how_they_belong_to_the_clinic() {
        Map.of(one.doctorId, "VISITING", one.otherDoctorId, "CONTRACTOR")
                .forEach((account, type) -> Rows.change(
                        "UPDATE access.clinic_member SET employment_type = ? WHERE account_id = ?::uuid AND clinic_id = ?::uuid",
                        type,
                        account,
                        one.clinic));
        String people = "/clinics/" + one.clinic + "/people?employment_type=";
        assertThat(found(one.boss, people + "visiting", "people")).containsExactly(one.doctorId);
        assertThat(found(one.boss, people + "contractor", "people")).containsExactly(one.otherDoctorId);
        assertThat(found(one.boss, people + "part_time", "people")).isEmpty();
        assertThat(found(one.boss, people + "full_time", "people")).hasSize(2);
        assertThat(one.boss.get(people + "sometimes").mustBe(400).fields()).containsExactly("employment_type");
    }
}

package health.chiron.bench;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.Stack;
import health.chiron.launcher.client.ApiSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The clinic that is measured: its doctors come over the API, the volume of patients and records straight into the database. */
final class World {
    /** As many as there may be clients at once: each acts as a doctor of its own. */
    static final int DOCTORS = 16;

    static final int PATIENTS = 2_000;
    static final int VISITS = 20_000;
    /** Signed visits of each patient who is read. */
    static final int VISITS_EACH = VISITS / PATIENTS;
    /** Conditions of each patient that are not over. */
    static final int PRESENT_CONDITIONS = 3;
    /** Of these, those severe enough for the banner. */
    static final int ALERTS = 1;

    static final String PASSWORD = "measured-With-a-long-word-7";
    /** A doctor's patients who get new records, so that those who are read keep the same number. */
    private static final int WRITTEN_TO = 25;

    /**
     * A doctor with open grants.
     *
     * @param read patients whose charts are read
     * @param written patients who get drafts
     */
    record Doctor(UUID account, String username, String password, UUID clinic, List<UUID> read, List<UUID> written) {}

    private final List<Doctor> doctors;

    private World(List<Doctor> doctors) {
        this.doctors = List.copyOf(doctors);
    }

    /** The doctor of this client. */
    Doctor doctor(int client) {
        return doctors.get(client);
    }

    static World make(Stack stack) throws SQLException {
        ApiSession administrator = ApiSession.open(stack.api(), stack.firstAdministrator());
        UUID clinic = clinic(administrator, "Measured clinic", "BENCH-1");
        List<UUID> accounts = new ArrayList<>();
        for (int i = 0; i < DOCTORS; i++) {
            accounts.add(doctor(administrator, clinic, username(i), "BENCH-D" + i));
        }
        try (Connection connection = stack.database().connect(DatabaseRole.SUPERUSER)) {
            fill(connection, clinic, accounts);
            List<Doctor> doctors = new ArrayList<>();
            for (int i = 0; i < DOCTORS; i++) {
                List<UUID> patients = patientsOf(connection, accounts.get(i));
                int middle = patients.size() - WRITTEN_TO;
                doctors.add(new Doctor(
                        accounts.get(i),
                        username(i),
                        PASSWORD,
                        clinic,
                        List.copyOf(patients.subList(0, middle)),
                        List.copyOf(patients.subList(middle, patients.size()))));
            }
            return new World(doctors);
        }
    }

    static UUID clinic(ApiSession administrator, String name, String license) {
        return UUID.fromString(administrator
                .post(
                        "/clinics",
                        Map.of(
                                "clinic_name",
                                name,
                                "license_number",
                                license,
                                "time_zone",
                                "Europe/Berlin",
                                "grant_hours",
                                24))
                .path("id")
                .asText());
    }

    /** Somebody with the password of all doctors here. */
    static UUID doctor(ApiSession administrator, UUID clinic, String username, String license) {
        JsonNode doctor = administrator.post(
                "/doctors",
                Map.of(
                        "clinic_id",
                        clinic.toString(),
                        "username",
                        username,
                        "full_name",
                        "Doctor " + username,
                        "password",
                        PASSWORD,
                        "password_change_required",
                        false,
                        "license_number",
                        license));
        return UUID.fromString(doctor.path("id").asText());
    }

    private static String username(int number) {
        return "bench-doctor-" + number;
    }

    private static void fill(Connection connection, UUID clinic, List<UUID> accounts) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE setting (clinic uuid, patients integer, visits_each integer)");
            statement.execute("CREATE TEMPORARY TABLE doctor (number integer PRIMARY KEY, account uuid)");
        }
        try (PreparedStatement setting = connection.prepareStatement("INSERT INTO setting VALUES (?, ?, ?)")) {
            setting.setObject(1, clinic);
            setting.setInt(2, PATIENTS);
            setting.setInt(3, VISITS_EACH);
            setting.executeUpdate();
        }
        try (PreparedStatement doctor = connection.prepareStatement("INSERT INTO doctor VALUES (?, ?)")) {
            for (int i = 0; i < accounts.size(); i++) {
                doctor.setInt(1, i);
                doctor.setObject(2, accounts.get(i));
                doctor.executeUpdate();
            }
        }
        run(connection, "volume.sql");
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** The statements of a file beside this class, one after the other. */
    static void run(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String part : resource(file).split(";\n", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
    }

    /** Whose grants are open to this doctor. */
    static List<UUID> patientsOf(Connection connection, UUID doctor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT patient_id FROM access.access_grant WHERE doctor_id = ? AND expires_at > now() ORDER BY patient_id")) {
            statement.setObject(1, doctor);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> patients = new ArrayList<>();
                while (rows.next()) {
                    patients.add(rows.getObject(1, UUID.class));
                }
                return patients;
            }
        }
    }

    private static String resource(String name) {
        try (var in = World.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign-in of a doctor. */
    static Credentials credentials(Doctor doctor) {
        return new Credentials(doctor.username(), doctor.password());
    }
}

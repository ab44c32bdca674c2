package health.chiron.acceptance.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A clinic of a test's own, with its people signed in: two doctors, front desk, administrator, and an auditor. */
public final class Scene {
    /** The password of everybody in tests. */
    public static final String PASSWORD = "a-Long-enough-word-9";

    private static final AtomicInteger NUMBER =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000, 9_000_000));

    private final House house = House.get();
    private final String tag = Integer.toString(NUMBER.incrementAndGet(), 36);
    private final Api administrator = house.administrator();

    /** The clinic's id. */
    public final String clinic;

    /** The doctors' account ids. */
    public final String doctorId;

    /** The second doctor's account id. */
    public final String otherDoctorId;

    /** Signed in: the doctor to whom grants are given. */
    public final Api doctor;

    /** Signed in: a colleague. */
    public final Api otherDoctor;

    /** Signed in: the front desk. */
    public final Api desk;

    /** Signed in: the clinic's administrator. */
    public final Api boss;

    /** Signed in: an auditor of the platform. */
    public final Api auditor;

    private Scene() {
        clinic = administrator
                .post(
                        "/clinics",
                        Map.of(
                                "clinic_name",
                                "Clinic " + tag,
                                "license_number",
                                "C-" + tag,
                                "time_zone",
                                "Europe/Berlin",
                                "grant_hours",
                                24))
                .mustBe(201)
                .text("id");
        doctorId = doctor("doc");
        otherDoctorId = doctor("bee");
        account("staff", "desk", true);
        account("clinic_admin", "boss", true);
        account("auditor", "audit", false);
        doctor = house.signIn(username("doc"), PASSWORD);
        otherDoctor = house.signIn(username("bee"), PASSWORD);
        desk = house.signIn(username("desk"), PASSWORD);
        boss = house.signIn(username("boss"), PASSWORD);
        auditor = house.signIn(username("audit"), PASSWORD);
    }

    /** A new clinic with its people. */
    public static Scene open() {
        return new Scene();
    }

    /** The sign-in name of one of the clinic's people: doc, bee, desk, boss, audit. */
    public String username(String who) {
        return who + "-" + tag;
    }

    private String doctor(String who) {
        return administrator
                .post(
                        "/doctors",
                        Map.of(
                                "clinic_id",
                                clinic,
                                "username",
                                username(who),
                                "full_name",
                                "Dr " + who + " " + tag,
                                "password",
                                PASSWORD,
                                "password_change_required",
                                false,
                                "license_number",
                                "L-" + who + tag))
                .mustBe(201)
                .text("id");
    }

    /** One more doctor of the clinic; the account's id. */
    public String anotherDoctor(String who) {
        return doctor(who);
    }

    /** One more account of the clinic, signed in. */
    public Api another(String kind, String who) {
        account(kind, who, true);
        return as(who);
    }

    /** One of the clinic's people in a session of its own. */
    public Api as(String who) {
        return house.signIn(username(who), PASSWORD);
    }

    private void account(String kind, String who, boolean ofClinic) {
        Map<String, Object> account = new HashMap<>(
                Map.of("kind", kind, "username", username(who), "full_name", who + " " + tag, "password", PASSWORD));
        account.put("password_change_required", false);
        if (ofClinic) {
            account.put("clinic_id", clinic);
        }
        administrator.post("/accounts", account).mustBe(201);
    }

    /** A dog whose owner has proven their contact and set a password. */
    public Chart dog() {
        return register(Map.of("kind", "animal", "given_name", "Rex" + next(), "sex", "male", "species", "dog"));
    }

    /** A person whose contact is proven and who has set a password. */
    public Chart person() {
        return register(Map.of(
                "kind", "human",
                "given_name", "Pia" + next(),
                "family_name", "Canary" + tag,
                "sex", "female",
                "birth_date", "1980-02-29"));
    }

    /** The desk registers a dog whose owner nobody has heard of yet: what it is answered, and nothing is proven. */
    public Answer unproven(String mail) {
        return desk.post(
                "/patients",
                Map.of(
                        "patient",
                        Map.of("kind", "animal", "given_name", "Rex" + next(), "sex", "male", "species", "dog"),
                        "owner",
                        Map.of("full_name", "Sam Otter", "email", mail)));
    }

    /** A patient whose owner has proven their contact and set a password. */
    public Chart register(Map<String, Object> patient) {
        String mail = "owner-" + next() + "@example.org";
        String id = desk.post(
                        "/patients",
                        Map.of("patient", patient, "owner", Map.of("full_name", "Owner " + tag, "email", mail)))
                .mustBe(201)
                .text("id");
        desk.post(
                        "/patients/" + id + "/owner/verify",
                        Map.of("code", house.outbox().codeTo(mail, 1)))
                .mustBe(200);
        String token = house.outbox().activationTo(mail, 2);
        house.anybody().post("/auth/activate", Map.of("token", token, "password", PASSWORD));
        return new Chart(id, mail, house.signIn(mail, PASSWORD));
    }

    /** Digits that nobody else in this run has. */
    public static String next() {
        return Integer.toString(NUMBER.incrementAndGet(), 36);
    }

    /**
     * A patient in a test.
     *
     * @param id the patient's id
     * @param mail where the owner's codes go
     * @param owner the owner, signed in
     */
    public record Chart(String id, String mail, Api owner) {}

    /** Asks for access for the first doctor; the answer names the request. */
    public Answer ask(Chart chart) {
        return ask(chart, doctorId, List.of());
    }

    private Answer ask(Chart chart, String doctor, List<String> sections) {
        return desk.post(
                        "/patients/" + chart.id() + "/access/request",
                        Map.of("doctor_id", doctor, "purpose", "Check of the hip", "sections", sections))
                .mustBe(201);
    }

    /** The whole way to an active grant for the first doctor; the grant's id. */
    public String openTo(Chart chart) {
        return openTo(chart, doctorId, List.of());
    }

    /** The whole way to an active grant for one of the doctors and parts of the chart, none for all; the grant's id. */
    public String openTo(Chart chart, String doctor, List<String> sections) {
        int before = house.outbox().to(chart.mail()).size();
        String request = ask(chart, doctor, sections).text("id");
        String code = house.outbox().codeTo(chart.mail(), before + 1);
        return desk.post("/access-requests/" + request + "/redeem", Map.of("code", code))
                .mustBe(201)
                .text("id");
    }

    /** The whole way to an active grant for the clinic, whoever works there; the grant's id. */
    public String openToClinic(Chart chart, String... sections) {
        int before = house.outbox().to(chart.mail()).size();
        String request = desk.post(
                        "/patients/" + chart.id() + "/access/request",
                        Map.of("purpose", "Check of the hip", "sections", List.of(sections)))
                .mustBe(201)
                .text("id");
        return desk.post(
                        "/access-requests/" + request + "/redeem",
                        Map.of("code", house.outbox().codeTo(chart.mail(), before + 1)))
                .mustBe(201)
                .text("id");
    }

    /** A visit that the first doctor drafts; the answer names it and its version. */
    public Answer draft(Chart chart) {
        return doctor.post(
                        "/patients/" + chart.id() + "/records",
                        Map.of(
                                "visit_type", "routine_checkup",
                                "visit_date", "2026-11-20T10:00:00Z",
                                "chief_complaint", "Limps since Monday",
                                "symptoms", "Warm left hock",
                                "vital_signs", Map.of("heart_rate", 90),
                                "weight", Map.of("value", 23.5, "unit", "kg")))
                .mustBe(201);
    }

    /** A signed visit of the first doctor; its id. */
    public String signed(Chart chart) {
        Answer draft = draft(chart);
        doctor.post("/medical-records/" + draft.text("id") + "/sign", null, draft.etag())
                .mustBe(200);
        return draft.text("id");
    }

    /** Everybody of the clinic, by name. */
    public Map<String, Api> people() {
        return Map.of("doctor", doctor, "other doctor", otherDoctor, "desk", desk, "boss", boss, "auditor", auditor);
    }

    /** The kinds of people who never read a chart. */
    public List<Api> neverClinical() {
        return List.of(desk, auditor, administrator);
    }
}

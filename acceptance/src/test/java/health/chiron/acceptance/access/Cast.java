package health.chiron.acceptance.access;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The actors of the role matrix and what they act on: a clinic that holds access, one that held it, one that never did; patients in
 * each state; and the texts by which a leak shows, of each kind that the matrix names.
 */
final class Cast {
    /**
     * Somebody who calls.
     *
     * @param account the account's id; null for nobody
     * @param signIn opens another session of the same account
     */
    record Player(Api api, String account, Supplier<Api> signIn) {}

    private static final String TREATED = "treated";

    final Scene here = Scene.open();
    final Scene former = Scene.open();
    final Scene other = Scene.open();
    /** At least nine characters, however short the next digits are. */
    final String microchip = "90000" + Scene.next().toUpperCase(java.util.Locale.ROOT);

    private final House house = House.get();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Scene.Chart> patients = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Player> players = new HashMap<>();
    private final Map<String, Player> owners = new HashMap<>();

    /** The grant under which the doctor acts. */
    final String grant;

    /** The request whose answer the clinic waits for. */
    final String request;

    /** With whom the treated patient is shared, and what waits. */
    final SharedThings sharing;
    /** An emergency of the colleague, long over, that nobody has judged. */
    final String emergency;

    /** A text in force at the clinic that holds access, and its hash. */
    final String text;

    final String textHash;

    /** What the owner has signed. */
    final String consent;

    /** Somebody of the clinic whom the owner keeps out, and the block. */
    final String keptOut;

    final String block;

    final String signed;

    /** What was added to it for everybody; beside it stands a remark among professionals. */
    final String addendum;

    final String formerSigned;

    /** Somebody of the clinic's front desk whom administrators manage. */
    final String kept;

    private final String password;

    private String draft;

    Cast() {
        patient(TREATED, here, microchip);
        patient("asked", here, null);
        patient("registered", here, null);
        patient("part", here, null);
        patient("elsewhere", other, null);
        String left = here.anotherDoctor("left");
        String revoked = former.anotherDoctor("out");
        String formerGrant = former.openTo(treated());
        formerSigned = sign(former, treated(), "former");
        grant = here.openTo(treated());
        here.openTo(treated(), left, List.of());
        Api leftDoctor = here.as("left");
        Rows.change("UPDATE access.clinic_member SET active = false WHERE account_id = ?::uuid", left);
        signed = sign(here, treated(), "here");
        text("remark", addendum("professionals"));
        addendum = addendum("everybody");
        text("here", addendum);
        former.desk.delete("/grants/" + formerGrant).mustBe(200);
        String expired = former.openTo(treated(), former.otherDoctorId, List.of());
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE id = ?::uuid",
                expired);
        String ended = former.openTo(treated(), revoked, List.of());
        treated().owner().post("/grants/" + ended + "/revoke", null).mustBe(200);
        here.openTo(patients.get("part"), here.doctorId, List.of("conditions"));
        other.openTo(patients.get("elsewhere"));
        sign(other, patients.get("elsewhere"), "elsewhere");
        request = here.ask(patients.get("asked")).text("id");
        emergency = here.otherDoctor
                .post(
                        "/patients/" + treated().id() + "/access/emergency",
                        Map.of("reason", "Brought in unconscious by a neighbour"))
                .mustBe(201)
                .text("id");
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - interval '2 days', expires_at = expires_at - interval '2 days' WHERE id = ?::uuid",
                emergency);
        var published = here.boss
                .post(
                        "/clinics/" + here.clinic + "/consent-texts",
                        Map.of("scope", "treatment", "language", "en", "title", "Treatment", "body", "I agree."))
                .mustBe(201);
        text = published.text("id");
        textHash = published.text("sha256");
        consent = treated()
                .owner()
                .post(
                        "/patients/" + treated().id() + "/consents",
                        Map.of("text_id", text, "text_sha256", textHash, "signed_name", "Somebody"))
                .mustBe(201)
                .text("id");
        keptOut = here.anotherDoctor("shut");
        block = treated()
                .owner()
                .post(
                        "/patients/" + treated().id() + "/blocks",
                        Map.of("account_id", keptOut, "even_in_emergency", false))
                .mustBe(201)
                .text("id");
        Rows.change(
                "UPDATE access.clinic SET verified = true, verified_at = now(), verified_by = ?::uuid WHERE id = ?::uuid",
                account(house.stack().firstAdministrator().username()),
                other.clinic);
        longAgo(TREATED, "asked", "part");
        here.another("staff", "kept");
        kept = account(here.username("kept"));
        password = Rows.text("SELECT password_hash FROM access.account WHERE id = ?::uuid", kept);
        players(leftDoctor, left, revoked);
        sharing = new SharedThings(treated());
        sharing.players().forEach((name, player) -> players.put(name, player));
    }

    /** Whoever was managed is as before; so are those whose tries were counted, or who keep a patient at hand. */
    void setKeptBack() {
        Rows.change(
                "UPDATE access.account SET status = 'ACTIVE', deactivated_at = NULL, deactivated_by = NULL, deactivation_reason = NULL, password_change_required = false WHERE id = ?::uuid AND (status <> 'ACTIVE' OR password_change_required)",
                kept);
        Rows.change("UPDATE access.account SET email = NULL WHERE id = ?::uuid AND email IS NOT NULL", kept);
        Rows.change(
                "UPDATE access.account SET password_hash = ? WHERE id = ?::uuid AND password_hash <> ?",
                password,
                kept,
                password);
        // Three that failed, and a session that lives: what somebody forges against this account shows.
        Rows.change(
                "UPDATE access.account SET failed_sign_ins = CASE WHEN id = ?::uuid THEN 3 ELSE 0 END, locked_until = NULL WHERE failed_sign_ins > 0 OR locked_until IS NOT NULL OR id = ?::uuid",
                kept,
                kept);
        Rows.change(
                "UPDATE access.session SET ended_at = NULL, end_reason = NULL WHERE account_id = ?::uuid AND ended_at IS NOT NULL",
                kept);
        Rows.change("UPDATE access.account SET active_patient_id = NULL WHERE active_patient_id IS NOT NULL");
        Rows.change(
                "UPDATE access.account SET email_verified_at = now() WHERE username = ? AND email_verified_at IS NULL",
                patient("registered").mail());
    }

    private void patient(String state, Scene scene, String chip) {
        String name = "Kanarie" + state + Scene.next();
        Map<String, Object> facts = new HashMap<>(Map.of(
                "kind", "animal", "given_name", name, "sex", "male", "species", "dog", "birth_date", "2020-01-02"));
        if (chip != null) {
            facts.put("microchip", chip);
        }
        Scene.Chart chart = scene.register(facts);
        patients.put(state, chart);
        names.put(state, name);
        boolean elsewhere = state.equals("elsewhere");
        text(elsewhere ? "elsewhere" : "identity", name);
        text(elsewhere ? "elsewhere" : "contact", chart.mail());
        owners.put(
                state,
                new Player(chart.owner(), account(chart.mail()), () -> house.signIn(chart.mail(), Scene.PASSWORD)));
    }

    private String addendum(String audience) {
        String word = "Nachtrag" + Scene.next();
        here.doctor
                .post("/medical-records/" + signed + "/addenda", Map.of("text", word, "audience", audience))
                .mustBe(201);
        return word;
    }

    private void text(String kind, String text) {
        texts.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
    }

    private String sign(Scene scene, Scene.Chart chart, String kind) {
        String word = "Befund" + kind + Scene.next();
        text(kind, word);
        var begun = scene.doctor
                .post(
                        "/patients/" + chart.id() + "/records",
                        Map.of(
                                "visit_type",
                                "routine_checkup",
                                "visit_date",
                                "2026-11-20T10:00:00Z",
                                "diagnosis",
                                word,
                                "clinical_notes",
                                "Notes with " + word))
                .mustBe(201);
        scene.doctor
                .post("/medical-records/" + begun.text("id") + "/sign", null, begun.etag())
                .mustBe(200);
        return begun.text("id");
    }

    /** The day after registration is over, and the requests are older than the hour within which they are counted. */
    private void longAgo(String... states) {
        for (String state : states) {
            String id = patients.get(state).id();
            Rows.change(
                    "UPDATE access.registration SET ends_at = ends_at - interval '3 days' WHERE patient_id = ?::uuid",
                    id);
            Rows.change(
                    "UPDATE access.access_request SET created_at = created_at - interval '2 hours' WHERE patient_id = ?::uuid",
                    id);
        }
    }

    private void players(Api leftDoctor, String left, String revoked) {
        players.put("anonymous", new Player(house.anybody(), null, house::anybody));
        players.put("owner of another patient", owners.get("elsewhere"));
        player("doctor", here, here.doctor, "doc");
        player("colleague", here, here.otherDoctor, "bee");
        players.put("doctor who has left", new Player(leftDoctor, left, () -> here.as("left")));
        player("doctor whose access ran out", former, former.otherDoctor, "bee");
        players.put("doctor whose access was revoked", new Player(former.as("out"), revoked, () -> former.as("out")));
        player("doctor who wrote a record", former, former.doctor, "doc");
        player("doctor elsewhere", other, other.doctor, "doc");
        player("administrator", here, here.boss, "boss");
        player("former clinic's administrator", former, former.boss, "boss");
        player("other clinic's administrator", other, other.boss, "boss");
        player("front desk", here, here.desk, "desk");
        player("former clinic's desk", former, former.desk, "desk");
        player("other clinic's desk", other, other.desk, "desk");
        player("integrator", here, here.another("integrator", "feed"), "feed");
        player("auditor", here, here.auditor, "audit");
        players.put(
                "platform administrator",
                new Player(
                        house.administrator(),
                        account(house.stack().firstAdministrator().username()),
                        house::administrator));
    }

    private void player(String name, Scene scene, Api api, String who) {
        players.put(name, new Player(api, account(scene.username(who)), () -> scene.as(who)));
    }

    /** An account's id by its sign-in name. */
    static String account(String username) {
        return Rows.text("SELECT id::text FROM access.account WHERE username = ?", username);
    }

    /** The account of the doctor who has left. */
    String left() {
        return players.get("doctor who has left").account();
    }

    /** The patients of all states. */
    List<String> patientIds() {
        return patients.values().stream().map(Scene.Chart::id).toList();
    }

    /** Those whose name stands in a text. */
    Set<String> named(String text) {
        return names.entrySet().stream()
                .filter(name -> text.contains(name.getValue()))
                .map(name -> patients.get(name.getKey()).id())
                .collect(Collectors.toSet());
    }

    /** Who acts under this name where something is in this state: the owner is that patient's. */
    Player player(String name, String state) {
        return name.equals("owner") ? owners.getOrDefault(patientOf(state), owners.get(TREATED)) : players.get(name);
    }

    /** The patient in this state; states that are no patient's are about the treated one. */
    Scene.Chart patient(String state) {
        return patients.getOrDefault(patientOf(state), treated());
    }

    /** The name of the patient in this state. */
    String name(String state) {
        return names.getOrDefault(patientOf(state), names.get(TREATED));
    }

    /** The same patient as long as its owner's contact is not proven. */
    private static String patientOf(String state) {
        return state.equals("unproven") ? "registered" : state;
    }

    private Scene.Chart treated() {
        return patients.get(TREATED);
    }

    /** The texts of each kind. */
    Map<String, List<String>> texts() {
        return texts;
    }

    /** The texts in an answer that are of no kind which its reader may see. */
    List<String> leaks(Set<String> allowed, String answer) {
        return texts.entrySet().stream()
                .filter(kind -> !allowed.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .filter(answer::contains)
                .toList();
    }

    /** The sign-in name of whoever acts under this name; null for nobody. */
    String username(String name, String state) {
        return Rows.text(
                "SELECT username FROM access.account WHERE id = ?::uuid",
                player(name, state).account());
    }

    /** A draft of the doctor at the clinic that holds access; a new one when the last is signed. */
    String draft() {
        if (draft == null
                || Rows.count("SELECT count(*) FROM records.visit WHERE id = ?::uuid AND status = 'DRAFT'", draft)
                        == 0) {
            draft = here.draft(treated()).text("id");
        }
        return draft;
    }
}

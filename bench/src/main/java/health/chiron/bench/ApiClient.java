package health.chiron.bench;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.run.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A doctor's program at the API: one kept connection, one access token. */
final class ApiClient implements Client {
    /** Access tokens live five minutes; a round is short. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);

    /** Sends one request and checks its answer. */
    @FunctionalInterface
    interface Act {
        void once(ApiClient client) throws IOException;
    }

    private final String base;
    private final KeepAlive connection;
    private final World.Doctor doctor;
    private final Act act;
    private final SplittableRandom random;
    private String token;
    private Instant renewAt = Instant.MIN;

    private ApiClient(URI api, World.Doctor doctor, Act act) {
        this.base = api.getPath();
        this.connection = new KeepAlive(api);
        this.doctor = doctor;
        this.act = act;
        this.random = new SplittableRandom(doctor.username().hashCode());
    }

    static Operation.Maker doing(URI api, Act act) {
        return doctor -> new ApiClient(api, doctor, act);
    }

    /** Who a patient is and by what right one looks: the nearest there is to a bare access decision. */
    void banner() throws IOException {
        UUID patient = read();
        String body = get("/patients/" + patient + "/banner");
        WrongAnswer.unless(
                body.contains("\"id\":\"" + patient + "\"") && body.contains("\"relationship\":\"grant\""),
                "the banner is not of this patient under this grant");
    }

    /** The chart's first page. */
    void chart() throws IOException {
        UUID patient = read();
        String body = get("/patients/" + patient + "/chart");
        WrongAnswer.unless(
                body.contains("\"id\":\"" + patient + "\"")
                        && body.contains("\"visit_count\":" + World.VISITS_EACH + ",")
                        && body.contains("\"condition_count\":" + World.PRESENT_CONDITIONS + ","),
                "the chart does not show this patient with all visits and conditions");
    }

    /** A patient's visits. */
    void visits() throws IOException {
        UUID patient = read();
        String body = get("/patients/" + patient + "/records");
        WrongAnswer.unless(
                body.contains("\"patient_id\":\"" + patient + "\"")
                        && body.contains("\"total\":" + World.VISITS_EACH + ","),
                "the list does not show all visits of this patient");
    }

    /** The first page of the doctor's patients. */
    void patients() throws IOException {
        String body = get("/patients?limit=50");
        WrongAnswer.unless(
                body.contains("\"total\":" + doctor.read().size() + ","), "the list does not count all patients");
    }

    /** A new draft. */
    void draft() throws IOException {
        UUID patient = doctor.written().get(random.nextInt(doctor.written().size()));
        KeepAlive.Reply reply =
                connection.send("POST", base + "/patients/" + patient + "/records", token, Visits.DRAFT_AS_JSON);
        mustBe(201, reply);
        WrongAnswer.unless(
                reply.body().contains("\"patient_id\":\"" + patient + "\"")
                        && reply.body().contains("\"status\":\"draft\"")
                        && reply.body().contains("\"chief_complaint\":\"" + Visits.COMPLAINT + "\""),
                "the answer is not the draft of this patient");
    }

    /** Signing in for a token. */
    void signIn() throws IOException {
        KeepAlive.Reply reply = connection.send("POST", base + "/auth/token", null, credentials());
        mustBe(200, reply);
        WrongAnswer.unless(
                reply.body().contains("\"access_token\":\"") && reply.body().contains("\"refresh_token\":\""),
                "the answer holds no tokens");
    }

    private String get(String path) throws IOException {
        KeepAlive.Reply reply = connection.send("GET", base + path, token, null);
        mustBe(200, reply);
        return reply.body();
    }

    private UUID read() {
        return doctor.read().get(random.nextInt(doctor.read().size()));
    }

    private static void mustBe(int status, KeepAlive.Reply reply) {
        WrongAnswer.unless(reply.status() == status, "status " + reply.status() + " in place of " + status);
    }

    private String credentials() throws IOException {
        return Json.mapper().writeValueAsString(Map.of("username", doctor.username(), "password", doctor.password()));
    }

    @Override
    public void once() throws IOException {
        act.once(this);
    }

    @Override
    public void refresh() throws IOException {
        if (Instant.now().isBefore(renewAt)) {
            return;
        }
        KeepAlive.Reply reply = connection.send("POST", base + "/auth/token", null, credentials());
        mustBe(200, reply);
        JsonNode tokens = Json.mapper().readTree(reply.body());
        token = tokens.path("access_token").asText();
        renewAt = Instant.now().plus(RENEWED_AFTER);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

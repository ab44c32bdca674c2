package health.chiron.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.Roster.ClinicMade;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/** A doctor who writes and signs. */
final class Doctor {
    private final ApiSession session;
    private final ClinicMade clinic;
    private final Clock clock;

    Doctor(ApiSession session, ClinicMade clinic, Clock clock) {
        this.session = session;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Writes a visit record; signs it and adds to it when the script says so. */
    void write(DemoFile.Patient patient, Script.Visit visit) {
        JsonNode draft = session.post("/patients/" + patient.id() + "/records", content(visit));
        if (!visit.sign()) {
            return;
        }
        String path = "/medical-records/" + draft.path("id").asText();
        session.post(path + "/sign", draft.path("version").asLong());
        if (visit.addendum() != null) {
            session.post(path + "/addenda", Map.of("text", visit.addendum()));
        }
    }

    private ObjectNode content(Script.Visit visit) {
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(ZoneId.of(clinic.timeZone())));
        ZonedDateTime at = now.minusDays(visit.daysAgo()).with(LocalTime.parse(visit.at()));
        // Whoever starts the demo before the surgery opens still finds today's visits in the past.
        if (at.isAfter(now)) {
            at = at.minusDays(1);
        }
        ObjectNode content = visit.content().deepCopy();
        content.put("clinic_id", clinic.id());
        content.put("visit_date", at.toInstant().toString());
        if (visit.followUpInDays() != null) {
            content.put(
                    "follow_up_date",
                    at.toLocalDate().plusDays(visit.followUpInDays()).toString());
        }
        return content;
    }
}

package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Tells the owners of a patient the code, and what exactly it opens: clinic, doctor, purpose, sections and end. */
@ApplicationScoped
class CodeLetters {
    @Inject
    private Sql sql;

    @Inject
    private Event<Letter> letters;

    /** An owner with a proven contact; mail is preferred, for its text is not cut. */
    record Recipient(Outgoing.Channel channel, String target, String language, String zone) {
        String masked() {
            return Outgoing.masked(channel, target);
        }
    }

    List<Recipient> recipients(RequestId request) {
        return sql.list(
                "SELECT email, phone, language, time_zone FROM policy.code_recipients(?)",
                row -> {
                    String email = row.text("email");
                    return new Recipient(
                            email == null ? Outgoing.Channel.SMS : Outgoing.Channel.EMAIL,
                            email == null ? row.text("phone") : email,
                            row.text("language"),
                            row.text("time_zone"));
                },
                request);
    }

    void send(AccessRequest request, Codes.Made code, List<Recipient> recipients, Instant now) {
        Map<String, String> names = sql.first(
                        """
                        SELECT c.name AS clinic, a.full_name AS doctor, coalesce(p.family_name || ', ', '') || p.given_name AS patient
                          FROM access.clinic c
                          LEFT JOIN access.account a ON a.id = ?
                          LEFT JOIN records.patient p ON p.id = ?
                         WHERE c.id = ?""",
                        row -> {
                            Map<String, String> found = new HashMap<>();
                            found.put("clinic", row.text("clinic"));
                            found.put("doctor", row.text("doctor"));
                            found.put("patient", row.text("patient"));
                            return found;
                        },
                        request.doctor().map(AccountId::value).orElse(null),
                        request.patient(),
                        request.clinic())
                .orElseThrow();
        for (Recipient to : recipients) {
            letters.fire(Letter.accessCode(
                    to.channel(), to.target(), to.language(), values(request, code, to, names, now), code.id()));
        }
    }

    private static Map<String, String> values(
            AccessRequest request, Codes.Made code, Recipient to, Map<String, String> names, Instant now) {
        Locale locale = Locale.forLanguageTag(to.language());
        ResourceBundle words = ResourceBundle.getBundle(
                "health.chiron.access.internal.delivery.Letters",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> values = new HashMap<>();
        values.put("code", code.digits());
        values.put("clinic", names.get("clinic"));
        values.put("patient", names.get("patient"));
        values.put("doctor", names.get("doctor") == null ? words.getString("doctor.any") : names.get("doctor"));
        values.put("purpose", request.purpose());
        values.put(
                "sections",
                request.sections().isEmpty()
                        ? words.getString("sections.all")
                        : request.sections().stream()
                                .sorted()
                                .map(Section::name)
                                .map(name -> words.getString("sections." + name))
                                .collect(Collectors.joining(", ")));
        values.put(
                "end",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale)
                                .withZone(ZoneId.of(to.zone()))
                                .format(now.plus(Duration.ofHours(request.grantHours())))
                        + " (" + to.zone() + ")");
        return values;
    }
}

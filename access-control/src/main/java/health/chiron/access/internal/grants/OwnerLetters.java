package health.chiron.access.internal.grants;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.delivery.Wording;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the owners of a patient what happens with the access to it. */
@ApplicationScoped
class OwnerLetters {
    @Inject
    private Sql sql;

    @Inject
    private Event<Letter> letters;

    /** A way to an owner that is proven. */
    record Contact(Outgoing.Channel channel, String target, String language, String zone) {
        String masked() {
            return Outgoing.masked(channel, target);
        }
    }

    /**
     * What a letter tells besides the patient.
     *
     * @param doctor null for any doctor of the clinic
     * @param clinic the clinic that gets or has access
     * @param from the clinic that refers; null where none does
     * @param end when the access ends or ended
     */
    record Facts(
            ClinicId clinic, AccountId doctor, ClinicId from, String purpose, Set<Section> sections, Instant end) {}

    /** The best proven contact of each owner: mail where there is one, for its text is not cut. */
    List<Contact> best(PatientId patient) {
        return contacts(patient, false);
    }

    /** Tells every owner by the best contact. */
    void tell(Letter.Template template, PatientId patient, Facts facts) {
        write(template, patient, facts, best(patient), Map.of(), Optional.empty());
    }

    /** Tells every owner on every proven contact: what can't wait until somebody looks into the mail. */
    void tellEverywhere(Letter.Template template, PatientId patient, Facts facts) {
        write(template, patient, facts, contacts(patient, true), Map.of(), Optional.empty());
    }

    /** Sends the digits of a code, and notes how they fared. */
    void tellCode(
            Letter.Template template,
            PatientId patient,
            Facts facts,
            List<Contact> contacts,
            UUID code,
            String digits) {
        write(template, patient, facts, contacts, Map.of("code", digits), Optional.of(code));
    }

    /** Tells every owner that an emergency was judged: whoever judges may not be joined to the patient in any other way. */
    void tellOfJudgement(GrantId emergency) {
        Map<String, String> names = sql.first(
                        """
                        SELECT c.name AS clinic, policy.name_in_emergency(g.id) AS patient
                          FROM access.access_grant g JOIN access.clinic c ON c.id = g.clinic_id WHERE g.id = ?""", row -> Map.of("clinic", row.text("clinic"), "patient", row.text("patient")), emergency)
                .orElseThrow();
        sql
                .list(
                        "SELECT email, phone, language, time_zone FROM policy.owner_contacts_of_emergency(?)",
                        row -> contacts(row, false),
                        emergency)
                .stream()
                .flatMap(List::stream)
                .forEach(to -> letters.fire(new Letter(
                        Letter.Template.EMERGENCY_JUDGED,
                        to.channel(),
                        to.target(),
                        to.language(),
                        names,
                        Optional.empty())));
    }

    private List<Contact> contacts(PatientId patient, boolean every) {
        return sql
                .list(
                        "SELECT email, phone, language, time_zone FROM policy.owner_contacts(?)",
                        row -> contacts(row, every),
                        patient)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contact> contacts(Sql.Row row, boolean every) throws SQLException {
        List<Contact> of = new ArrayList<>();
        String language = row.text("language");
        String zone = row.text("time_zone");
        if (row.text("email") != null) {
            of.add(new Contact(Outgoing.Channel.EMAIL, row.text("email"), language, zone));
        }
        if (row.text("phone") != null && (every || of.isEmpty())) {
            of.add(new Contact(Outgoing.Channel.SMS, row.text("phone"), language, zone));
        }
        return of;
    }

    private void write(
            Letter.Template template,
            PatientId patient,
            Facts facts,
            List<Contact> contacts,
            Map<String, String> more,
            Optional<UUID> code) {
        Map<String, String> names = names(patient, facts);
        for (Contact to : contacts) {
            Wording wording = new Wording(to.language(), to.zone());
            Map<String, String> values = new HashMap<>(names);
            values.putIfAbsent("doctor", wording.anyDoctor());
            values.put("purpose", facts.purpose());
            values.put("sections", wording.sections(facts.sections()));
            values.put("end", wording.moment(facts.end()));
            values.putAll(more);
            letters.fire(new Letter(template, to.channel(), to.target(), to.language(), values, code));
        }
    }

    private Map<String, String> names(PatientId patient, Facts facts) {
        return sql.first(
                        """
                        SELECT c.name AS clinic, a.full_name AS doctor, f.name AS from_clinic,
                               coalesce(p.family_name || ', ', '') || p.given_name AS patient
                          FROM access.clinic c
                          LEFT JOIN access.account a ON a.id = ?
                          LEFT JOIN access.clinic f ON f.id = ?
                          LEFT JOIN records.patient p ON p.id = ?
                         WHERE c.id = ?""",
                        row -> {
                            Map<String, String> found = new HashMap<>();
                            for (String name : List.of("clinic", "doctor", "from_clinic", "patient")) {
                                if (row.text(name) != null) {
                                    found.put(name, row.text(name));
                                }
                            }
                            return found;
                        },
                        facts.doctor(),
                        facts.from(),
                        patient,
                        facts.clinic())
                .orElseThrow();
    }
}

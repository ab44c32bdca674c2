package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.delivery.Wording;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters to people with an account, at the contact that is proven; whoever has proven none gets none. They name no patient: they say
 * what kind of thing has happened and where it stands, for mail is read by many.
 */
@ApplicationScoped
public class Notices {
    private static final String CONTACT = """
            SELECT a.username, a.language, a.time_zone, CASE WHEN a.email_verified_at IS NOT NULL THEN a.email END AS mail, a.phone
              FROM access.account a
             WHERE (a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL)
            """;

    @Inject
    private Sql sql;

    @Inject
    private Event<Letter> letters;

    /**
     * Where an account's holder can be reached.
     *
     * @param target a mail address or telephone number
     * @param zone the holder's time zone
     */
    public record Contact(Outgoing.Channel channel, String target, String language, String username, String zone) {}

    /** The proven contact, mail first; none when nothing is proven. */
    public Optional<Contact> contact(AccountId account) {
        return sql.first(CONTACT + " AND a.id = ?", Notices::read, account);
    }

    /** Tells what has happened to the account. */
    public void tell(AccountId account, Letter.Template template) {
        contact(account)
                .ifPresent(contact -> letters.fire(Letter.aboutAccount(
                        template,
                        contact.channel(),
                        contact.target(),
                        contact.language(),
                        Map.of("username", contact.username()))));
    }

    /**
     * Tells several people the same, each once; whoever is deactivated is left out. Nobody is asked for like somebody: no delay tells
     * whether a name that was typed has an account.
     *
     * @param values what stands in the text
     * @param end the time that stands in it, said in each reader's zone; null for none
     */
    public void tell(Collection<AccountId> people, Letter.Template template, Map<String, String> values, Instant end) {
        UUID[] ids = people.stream().map(AccountId::value).distinct().toArray(UUID[]::new);
        write(
                sql.list(
                        CONTACT + " AND a.status <> 'DEACTIVATED' AND a.id = ANY (?) ORDER BY a.id",
                        Notices::read,
                        (Object) ids),
                template,
                values,
                end);
    }

    /** Tells everybody who administers a clinic. */
    public void tellAdministratorsOf(
            ClinicId clinic, Letter.Template template, Map<String, String> values, Instant end) {
        write(
                sql.list(
                        CONTACT
                                + " AND a.status = 'ACTIVE' AND a.kind = 'CLINIC_ADMIN' AND EXISTS (SELECT FROM access.clinic_member m WHERE m.account_id = a.id AND m.clinic_id = ? AND m.active) ORDER BY a.id",
                        Notices::read,
                        clinic),
                template,
                values,
                end);
    }

    /** Tells everybody of a kind. */
    public void tellAll(AccountKind kind, Letter.Template template, Map<String, String> values) {
        write(
                sql.list(CONTACT + " AND a.status = 'ACTIVE' AND a.kind = ? ORDER BY a.id", Notices::read, kind),
                template,
                values,
                null);
    }

    private void write(List<Contact> contacts, Letter.Template template, Map<String, String> values, Instant end) {
        for (Contact to : contacts) {
            Map<String, String> all = new HashMap<>(values);
            if (end != null) {
                all.put("end", new Wording(to.language(), to.zone()).moment(end));
            }
            letters.fire(Letter.aboutAccount(template, to.channel(), to.target(), to.language(), all));
        }
    }

    private static Contact read(Sql.Row row) throws SQLException {
        String mail = row.text("mail");
        return new Contact(
                mail != null ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                mail != null ? mail : row.text("phone"),
                row.text("language"),
                row.text("username"),
                row.text("time_zone"));
    }
}

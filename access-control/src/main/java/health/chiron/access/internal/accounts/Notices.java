package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.domain.access.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Letters to the holder of an account, at the contact that is proven. */
@ApplicationScoped
public class Notices {
    @Inject
    private Sql sql;

    @Inject
    private Event<Letter> letters;

    /**
     * Where an account's holder can be reached.
     *
     * @param target a mail address or telephone number
     */
    public record Contact(Outgoing.Channel channel, String target, String language, String username) {}

    /** The proven contact, mail first; none when nothing is proven. */
    public Optional<Contact> contact(AccountId account) {
        return sql.first(
                """
                SELECT username, language, CASE WHEN email_verified_at IS NOT NULL THEN email END AS mail, phone
                  FROM access.account WHERE id = ? AND (email_verified_at IS NOT NULL OR phone_verified_at IS NOT NULL)""",
                row -> new Contact(
                        row.text("mail") != null ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                        row.text("mail") != null ? row.text("mail") : row.text("phone"),
                        row.text("language"),
                        row.text("username")),
                account);
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
}

package health.chiron.access.internal.accounts;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.ContactCode;
import health.chiron.access.api.ContactRemoval;
import health.chiron.access.api.ContactsView;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewContact;
import health.chiron.access.api.OwnContacts;
import health.chiron.access.api.OwnName;
import health.chiron.access.api.Permit;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.access.internal.signin.Proofs;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.ContactKind;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The own name and how the holder is reached. */
@Stateless
public class OwnContactsDoor implements OwnContacts {
    /** Known to others by their name: a clinic's people, for whom the clinic answers. */
    private static final Set<AccountKind> NAMED_BY_ADMINISTRATORS =
            EnumSet.of(AccountKind.CLINIC_ADMIN, AccountKind.DOCTOR, AccountKind.STAFF, AccountKind.INTEGRATOR);

    @Inject
    private Accounts accounts;

    @Inject
    private ContactCodes codes;

    @Inject
    private Proofs proofs;

    @Inject
    private Endings endings;

    @Inject
    private Notices notices;

    @Inject
    private CallLimits limits;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public ContactsView view() {
        return viewOf(accounts.get(me()));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public ContactsView begin(NewContact contact) {
        limits.take(Limit.CODE_REQUESTS);
        boolean mail = contact.email() != null;
        if (mail == (contact.phone() != null)) {
            throw Refusal.invalid(
                    "email", "contact/one", "Name one new contact: a mail address or a telephone number.");
        }
        Account mine = withPassword(contact.password());
        String target = mail ? contact.email().toLowerCase(Locale.ROOT) : contact.phone();
        boolean same = mail
                ? mine.emailProven() && mine.email().filter(target::equals).isPresent()
                : mine.phoneProven() && mine.phone().filter(target::equals).isPresent();
        if (same) {
            throw Refusal.invalid(mail ? "email" : "phone", "contact/same", "This is your contact already.");
        }
        ContactKind kind = mail ? ContactKind.EMAIL : ContactKind.PHONE;
        String code = codes.make(me(), new ContactCodes.Proof(kind, target));
        letters.fire(Letter.aboutAccount(
                Letter.Template.NEW_CONTACT_CODE,
                mail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                target,
                mine.language(),
                Map.of("code", code)));
        return viewOf(mine);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public ContactsView confirm(ContactCode code) {
        limits.take(Limit.CODE_ENTRIES);
        ContactCodes.Waiting waiting = codes.forAnother(me()).orElseThrow(ContactCodes::none);
        codes.use(waiting, code.code());
        return change(
                mine -> mine.moveTo(waiting.proof().contact(), waiting.proof().replacement(), clock.instant()));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public ContactsView remove(ContactRemoval removal) {
        withPassword(removal.password());
        return change(mine -> mine.dropContact(removal.contact()));
    }

    /** Changes a contact, tells the old one, and lets links die that went there. */
    private ContactsView change(Consumer<Account> verb) {
        Optional<Notices.Contact> before = notices.contact(me());
        Account mine = accounts.get(me());
        verb.accept(mine);
        accounts.keep();
        endings.links(me());
        before.ifPresent(old -> letters.fire(Letter.aboutAccount(
                Letter.Template.CONTACT_CHANGED,
                old.channel(),
                old.target(),
                old.language(),
                Map.of("username", old.username()))));
        return viewOf(mine);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public AccountView rename(OwnName name) {
        if (NAMED_BY_ADMINISTRATORS.contains(current.get().kind())) {
            throw Refusal.conflict(
                    "account/name-by-administrator",
                    "At a clinic you are known by this name: ask an administrator to change it.");
        }
        accounts.rename(accounts.get(me()), name.fullName());
        return accounts.view(me());
    }

    private AccountId me() {
        return current.get().account();
    }

    private Account withPassword(String password) {
        Account mine = accounts.get(me());
        if (mine.authMethod() == AuthMethod.SSO) {
            throw Refusal.conflict("account/no-password", "Set a password first: a change of contacts asks for it.");
        }
        proofs.again(me(), "password", password);
        return mine;
    }

    private ContactsView viewOf(Account mine) {
        Optional<ContactCodes.Waiting> waiting = codes.forAnother(me());
        return new ContactsView(
                mine.email().orElse(null),
                mine.emailProven(),
                mine.phone().orElse(null),
                mine.phoneProven(),
                waiting.map(one -> one.proof().replacement()).orElse(null),
                waiting.map(ContactCodes.Waiting::until).orElse(null));
    }
}

package health.chiron.access.internal.accounts;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Preferences;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.access.internal.sso.Links;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Accounts behind the doors: making, inviting, activating, showing. */
@Stateless
public class Accounts {
    private static final Duration INVITATION = Duration.ofDays(7);

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.portal.idle-minutes", defaultValue = "30")
    private int longestRest;

    /** Keeps a new account; the database says whether name and mail address are free. */
    public Account add(Account account) {
        try {
            entities.persist(account);
            entities.flush();
            return account;
        } catch (PersistenceException e) {
            throw taken(e);
        }
    }

    /**
     * Keeps what has changed in accounts; the database says whether a mail address is free.
     *
     * @throws Refusal conflict {@code account/email-taken}; stale when somebody else was quicker
     */
    public void keep() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            throw taken(e);
        }
    }

    /** Gives an account another name, also where it stands among the doctors. */
    public void rename(Account account, String name) {
        account.rename(name);
        keep();
        sql.update("UPDATE access.practitioner SET name = ? WHERE account_id = ?", name, account.id());
    }

    private static RuntimeException taken(PersistenceException refused) {
        return switch (SqlFailure.constraintIn(refused).orElse("")) {
            case "account_username_once" ->
                Refusal.conflict("account/username-taken", "username", "This sign-in name is in use.");
            case "account_email_once" ->
                Refusal.conflict("account/email-taken", "email", "This mail address is in use.");
            default -> refused;
        };
    }

    /** The account for changing. */
    public Account get(AccountId account) {
        return Optional.ofNullable(entities.find(Account.class, account.value()))
                .orElseThrow(Refusal::notFound);
    }

    /** Joins an account to a clinic. */
    public void join(AccountId account, ClinicId clinic, EmploymentType type) {
        sql.update(
                """
                INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, active, joined_at, rights)
                VALUES (?, ?, ?, ?, true, ?, ?)""",
                Ids.next(),
                clinic,
                account,
                type == null ? EmploymentType.FULL_TIME : type,
                clock.instant(),
                ClinicRight.stored(ClinicRight.defaultsOf(get(account).kind())));
    }

    /**
     * Sends the one-time link for the first password to the account's proven contact, or to its mail address. A link that was sent
     * before does not work any more.
     */
    public void sendInvitation(Account account) {
        String token = secrets.token();
        Instant now = clock.instant();
        sql.update(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND purpose = 'ACTIVATION' AND used_at IS NULL AND expires_at > ?",
                now,
                account.id(),
                now);
        sql.update(
                "INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at) VALUES (?, ?, 'ACTIVATION', ?, ?, ?)",
                Ids.next(),
                account.id(),
                secrets.hashOfToken(token),
                now,
                now.plus(INVITATION));
        boolean byMail = account.email().isPresent() && (account.emailProven() || !account.phoneProven());
        letters.fire(Letter.invitation(
                byMail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                byMail ? account.email().orElseThrow() : account.phone().orElseThrow(),
                account.language(),
                account.username(),
                token));
    }

    /** The sign-in name of the account whose invitation this is, while it holds. */
    public Optional<String> invited(byte[] tokenHash) {
        return sql.first("""
                SELECT a.username FROM access.account_proof p JOIN access.account a ON a.id = p.account_id AND a.status = 'INVITED'
                 WHERE p.purpose = 'ACTIVATION' AND p.secret_hash = ? AND p.used_at IS NULL AND p.expires_at > ?""", row -> row.text("username"), tokenHash, clock.instant());
    }

    /** Uses an invitation, once, and sets the first password. A link that arrived by mail proves the mail address. */
    public void activate(byte[] tokenHash, String passwordHash) {
        Instant now = clock.instant();
        int won = sql.update(
                "UPDATE access.account_proof SET used_at = ? WHERE purpose = 'ACTIVATION' AND secret_hash = ? AND used_at IS NULL AND expires_at > ?",
                now,
                tokenHash,
                now);
        if (won == 0) {
            throw Refusal.notFound();
        }
        AccountId account = sql.first(
                        "SELECT account_id FROM access.account_proof WHERE purpose = 'ACTIVATION' AND secret_hash = ?",
                        row -> new AccountId(row.id("account_id")),
                        tokenHash)
                .orElseThrow(Refusal::notFound);
        Account invited = get(account);
        invited.activate(passwordHash, now);
        if (!invited.contactProven() && invited.email().isPresent()) {
            invited.proveEmail(now);
        }
    }

    /** Changes the holder's preferences. */
    public AccountView prefer(AccountId account, Preferences preferences) {
        mustBeZone("timeZone", preferences.timeZone());
        Account holder = get(account);
        Integer minutes = preferences.sessionMinutes();
        if (minutes != null && minutes > longestRest) {
            throw Refusal.invalid(
                    "sessionMinutes", "out_of_range", "The house allows at most " + longestRest + " minutes.");
        }
        holder.prefer(preferences.language(), preferences.theme(), preferences.timeZone());
        holder.prefer(
                preferences.unitSystem() == null ? holder.unitSystem() : preferences.unitSystem(),
                preferences.dateFormat() == null ? holder.dateFormat() : preferences.dateFormat(),
                minutes == null ? holder.sessionMinutes() : minutes);
        entities.flush();
        return view(account);
    }

    /** @throws Refusal naming the field when the text names no zone */
    public static void mustBeZone(String field, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "unknown_zone", "This is not an IANA time zone, such as Europe/Berlin.");
        }
    }

    /** An account with the clinics where it works now. */
    public AccountView view(AccountId id) {
        Account account = get(id);
        List<AccountView.Membership> clinics = sql.list(
                """
                SELECT m.clinic_id, c.name, c.time_zone, m.employment_type
                  FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                 WHERE m.account_id = ? AND m.active ORDER BY c.name, c.id""",
                row -> new AccountView.Membership(
                        new ClinicId(row.id("clinic_id")),
                        row.text("name"),
                        row.text("time_zone"),
                        row.word(EmploymentType.class, "employment_type")),
                id);
        return new AccountView(
                account.id(),
                account.kind(),
                account.username(),
                account.fullName(),
                account.email().orElse(null),
                account.emailProven(),
                account.phone().orElse(null),
                account.phoneProven(),
                account.status(),
                account.language(),
                account.theme(),
                account.timeZone(),
                account.unitSystem(),
                account.dateFormat(),
                Math.min(account.sessionMinutes(), longestRest),
                atHand(account),
                clinics,
                account.authMethod(),
                account.linkingPreference().orElse(null));
    }

    /** The patient kept at hand, told to the holder only; one whom the holder does not reach any more is forgotten here. */
    private PatientId atHand(Account account) {
        PatientId patient = account.patientAtHand().orElse(null);
        boolean holders = patient != null
                && sql.count("SELECT count(*) FROM access.account WHERE id = ? AND id = policy.actor()", account.id())
                        > 0;
        if (!holders) {
            return null;
        }
        int forgotten = sql.update(
                "UPDATE access.account SET active_patient_id = NULL WHERE id = ? AND active_patient_id = ? AND NOT policy.reaches_identity(?)",
                account.id(),
                patient,
                patient);
        return forgotten == 0 ? patient : null;
    }

    /** The same for the holder, where no door has let anybody in yet. */
    public AccountView viewOfHolder(AccountId id) {
        if (get(id).patientAtHand().isPresent()) {
            sql.first(
                    "SELECT set_config('chiron.account_id', ?, true) AS actor",
                    row -> row.text("actor"),
                    id.toString());
        }
        return view(id);
    }

    /**
     * Keeps what the holder says about linking with single sign-on.
     *
     * @throws Refusal conflict {@code sso/always-asked}
     */
    public void preferLinking(AccountId account, LinkingPreference preference) {
        Account holder = get(account);
        if (preference == LinkingPreference.AUTO_LINK && !Links.mayBeLinkedUnasked(holder.kind())) {
            throw Refusal.conflict("sso/always-asked", "Accounts of this kind are linked with their password only.");
        }
        holder.preferLinking(preference);
        entities.flush();
    }

    /** Keeps a patient at hand; null for none. */
    public AccountView keepAtHand(AccountId account, PatientId patient) {
        get(account).keepAtHand(patient);
        entities.flush();
        return view(account);
    }
}

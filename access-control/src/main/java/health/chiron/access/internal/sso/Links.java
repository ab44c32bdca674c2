package health.chiron.access.internal.sso;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.accounts.Endings;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.signin.Sessions;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Links between accounts and identities, and those who wait for one; each method is one short transaction. */
@Stateless
public class Links {
    /** Who may not be taken over by whoever controls a mailbox or a provider: the password is always asked. */
    private static final Set<AccountKind> ALWAYS_ASKED =
            EnumSet.of(AccountKind.PLATFORM_ADMIN, AccountKind.CLINIC_ADMIN, AccountKind.AUDITOR);

    /** Programs and jobs sign in by other means. */
    private static final Set<AccountKind> NEVER = EnumSet.of(AccountKind.INTEGRATOR, AccountKind.SYSTEM);

    @Inject
    private Sql sql;

    @Inject
    private Accounts accounts;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Notices notices;

    @Inject
    private Endings endings;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    /** Whether accounts of a kind are people's, and may come from a provider at all. */
    public static boolean isForPeople(AccountKind kind) {
        return !NEVER.contains(kind);
    }

    /** Whether accounts of a kind may be linked without the password. */
    public static boolean mayBeLinkedUnasked(AccountKind kind) {
        return !ALWAYS_ASKED.contains(kind) && isForPeople(kind);
    }

    /** The account that an identity opens. */
    public Optional<AccountId> holder(Identity identity) {
        return sql.first(
                "SELECT account_id FROM access.sso_link WHERE issuer = ? AND subject = ?",
                row -> new AccountId(row.id("account_id")),
                identity.issuer(),
                identity.subject());
    }

    private record Candidate(AccountId id, AccountKind kind, LinkingPreference preference) {}

    /**
     * The account that is to be linked without asking its password: it has the same verified mail address, its holder or else the
     * operator wants it so, and nobody else of this provider opens it.
     */
    public Optional<AccountId> toBeLinkedUnasked(Provider provider, Identity identity) {
        if (identity.mail() == null) {
            return Optional.empty();
        }
        return sql.first(
                        """
                        SELECT a.id, a.kind, a.sso_linking_preference FROM access.account a
                         WHERE a.email = ? AND a.email_verified_at IS NOT NULL AND a.status = 'ACTIVE'
                           AND NOT EXISTS (SELECT FROM access.sso_link l WHERE l.account_id = a.id AND l.provider = ?)""",
                        row -> new Candidate(
                                new AccountId(row.id("id")),
                                row.word(AccountKind.class, "kind"),
                                row.word(LinkingPreference.class, "sso_linking_preference")),
                        identity.mail(),
                        provider.name())
                .filter(found -> mayBeLinkedUnasked(found.kind()))
                .filter(found -> (found.preference() == null ? provider.linking() : found.preference())
                        == LinkingPreference.AUTO_LINK)
                .map(Candidate::id);
    }

    /** Notes that an account was opened by a provider. */
    public void used(AccountId account, String provider) {
        sql.update(
                "UPDATE access.sso_link SET last_used_at = ? WHERE account_id = ? AND provider = ?",
                clock.instant(),
                account,
                provider);
    }

    /**
     * Links who has arrived to the account that has been proven; uses the arrival up.
     *
     * @throws Refusal conflict {@code sso/other-identity}, {@code sso/not-for-programs}; {@code sign-in/step-over}
     */
    public void link(UUID arrival, Sessions.Known known) {
        if (!isForPeople(known.kind())) {
            throw Refusal.conflict("sso/not-for-programs", "Accounts of programs sign in by other means.");
        }
        Identity identity = arrivals.use(arrival);
        if (!keep(known.id(), known.kind(), identity, "SingleSignOn.link")) {
            throw Refusal.conflict(
                    "sso/other-identity",
                    "This account is connected to another identity of the provider. Disconnect that one first.");
        }
    }

    /**
     * Makes an owner's account for who has arrived. Of any number at the same moment one makes it and the others find it.
     *
     * @param language {@code en} or {@code de}
     */
    public AccountId makeAccount(UUID arrival, String language) {
        Identity identity = arrivals.use(arrival);
        // Two browsers of one person: the second waits here and then sees the first one's link.
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 27)) IS NULL AS locked",
                row -> row.yes("locked"),
                identity.issuer() + ' ' + identity.subject());
        Optional<AccountId> there = holder(identity);
        if (there.isPresent()) {
            return there.get();
        }
        String mail = isFree(identity.mail()) ? identity.mail() : null;
        String username = mail == null ? "sso-" + Ids.next() : mail;
        String name = identity.fullName() == null ? username : identity.fullName();
        Account account = accounts.add(Account.ofProvider(username, name, mail, language, clock.instant()));
        keep(account.id(), account.kind(), identity, "SingleSignOn.makeAccount");
        return account.id();
    }

    private boolean isFree(String mail) {
        return mail != null
                && mail.length() <= health.chiron.access.api.Limits.USERNAME
                && mail.matches(health.chiron.access.api.Limits.USERNAME_PATTERN)
                && sql.count("SELECT count(*) FROM access.account WHERE email = ? OR username = ?", mail, mail) == 0;
    }

    /** Whether the account is linked to the identity now; the constraints let one of any number at the same moment win. */
    private boolean keep(AccountId account, AccountKind kind, Identity identity, String operation) {
        Instant now = clock.instant();
        int made = sql.update(
                """
                INSERT INTO access.sso_link (id, account_id, provider, issuer, subject, metadata, linked_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING""",
                SsoLinkId.next(),
                account,
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                metadata(identity.mail(), identity.fullName()),
                now,
                now);
        if (made == 1) {
            log.write(Entry.ofAccount(account, kind.name(), "UPDATE", operation, "PERMITTED", null));
            notices.tell(account, Letter.Template.SSO_LINKED);
            return true;
        }
        return holder(identity).filter(account::equals).isPresent();
    }

    /**
     * Takes a link of an account away, and ends the sessions that came by it.
     *
     * @param here the session that goes on
     * @throws Refusal not found when it is not one of the account's
     */
    public void unlink(AccountId account, SsoLinkId link, SessionId here) {
        String provider = sql.first(
                        "DELETE FROM access.sso_link WHERE id = ? AND account_id = ? RETURNING provider",
                        row -> row.text("provider"),
                        link,
                        account)
                .orElseThrow(Refusal::notFound);
        endings.sessionsOf(account, provider, here);
        notices.tell(account, Letter.Template.SSO_UNLINKED);
    }

    private static String metadata(String mail, String name) {
        JsonObjectBuilder kept = Json.createObjectBuilder();
        if (mail != null) {
            kept.add("email", mail);
        }
        if (name != null) {
            kept.add("name", name);
        }
        return kept.build().toString();
    }
}

package health.chiron.access.internal.accounts;

import health.chiron.access.api.AccountCorrection;
import health.chiron.access.api.AccountQuery;
import health.chiron.access.api.AccountSession;
import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Deactivation;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.ManagedAccounts;
import health.chiron.access.api.Permit;
import health.chiron.access.api.SecondFactorPolicy;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.signin.SecondFactors;
import health.chiron.access.internal.signin.Sessions;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Accounts of other people, through their whole life. */
@Stateless
public class ManagedAccountsDoor implements ManagedAccounts {
    /** Kinds that a clinic's administrator may change: those below and the own. */
    static final Set<AccountKind> OF_A_CLINIC =
            EnumSet.of(AccountKind.CLINIC_ADMIN, AccountKind.DOCTOR, AccountKind.STAFF, AccountKind.INTEGRATOR);

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Accounts accounts;

    @Inject
    private PeopleViews views;

    @Inject
    private Endings endings;

    @Inject
    private Notices notices;

    @Inject
    private SecondFactors factors;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.ACCOUNTS)
    public Page<ManagedAccount> list(AccountQuery query, PageRequest page) {
        ClinicId clinic = isPlatform() ? query.clinicId() : current.clinic(query.clinicId());
        return views.list(current.get(), clinic, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCOUNTS)
    public ManagedAccount get(AccountId account) {
        return views.one(current.get(), account);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount correct(AccountId account, AccountCorrection correction) {
        return change(account, wrong -> {
            accounts.rename(wrong, correction.fullName());
            if (!wrong.isReachedBy(correction.email(), correction.phone())) {
                if (correction.email() == null && correction.phone() == null) {
                    throw Refusal.invalid("email", "contact/needed", "An invitation needs somewhere to go.");
                }
                wrong.correctContacts(correction.email(), correction.phone());
                accounts.keep();
                accounts.sendInvitation(wrong);
            }
        });
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount resendInvitation(AccountId account) {
        return change(account, invited -> {
            if (invited.status() != AccountStatus.INVITED) {
                throw Refusal.conflict("account/not-invited", "This account waits for no invitation.");
            }
            accounts.sendInvitation(invited);
        });
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount deactivate(AccountId account, Deactivation why) {
        return change(account, active -> {
            active.deactivate(current.get().account(), why.reason(), clock.instant());
            flush();
            endings.sessions(account, null, "ACCOUNT_CHANGED");
            endings.linksAndCodes(account);
            notices.tell(account, Letter.Template.ACCOUNT_DEACTIVATED);
        });
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount activate(AccountId account) {
        return change(account, deactivated -> {
            deactivated.reactivate();
            notices.tell(account, Letter.Template.ACCOUNT_REACTIVATED);
        });
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount unlock(AccountId account) {
        return change(account, locked -> {
            // One of two who do it at once finds it open already, and writes no second letter.
            boolean wasLocked = sql.first(
                            "SELECT locked_until > ? AS locked FROM access.account WHERE id = ? FOR UPDATE",
                            row -> row.yes("locked"),
                            clock.instant(),
                            account)
                    .orElse(false);
            sql.update("UPDATE access.account SET failed_sign_ins = 0, locked_until = NULL WHERE id = ?", account);
            if (wasLocked) {
                notices.tell(account, Letter.Template.ACCOUNT_UNLOCKED);
            }
        });
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount requireNewPassword(AccountId account) {
        return change(account, active -> {
            active.requireNewPassword();
            endings.sessions(account, null, "ACCOUNT_CHANGED");
        });
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCOUNTS)
    public List<AccountSession> sessions(AccountId account) {
        mayChange(views.one(current.get(), account), account);
        return sessions.openOf(account);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public void endSession(AccountId account, SessionId session) {
        mayChange(views.one(current.get(), account), account);
        if (!sessions.endOwn(account, session)) {
            throw Refusal.notFound();
        }
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount endSessions(AccountId account) {
        return change(account, active -> endings.sessions(account, null, "REVOKED"));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public ManagedAccount removeSecondFactor(AccountId account) {
        return change(account, holder -> {
            if (!factors.remove(account)) {
                throw Refusal.conflict("second-factor/off", "There is no second factor.");
            }
            endings.sessions(account, null, "ACCOUNT_CHANGED");
            notices.tell(account, Letter.Template.SECOND_FACTOR_REMOVED);
        });
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCOUNTS)
    public SecondFactorPolicy secondFactorPolicy() {
        return policy();
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCOUNTS)
    public SecondFactorPolicy requireSecondFactor(SecondFactorPolicy policy) {
        if (policy.kinds().contains(AccountKind.SYSTEM)) {
            throw Refusal.invalid("kinds", "not_possible", "Nobody signs in as the system.");
        }
        AccountId me = current.get().account();
        if (policy.kinds().contains(current.get().kind()) && !factors.view(me).on()) {
            throw Refusal.conflict("second-factor/own-first", "Set up your own second factor first.");
        }
        Instant now = clock.instant();
        for (AccountKind kind : EnumSet.complementOf(EnumSet.of(AccountKind.SYSTEM))) {
            sql.update("""
                    INSERT INTO access.second_factor_rule (kind, required, set_by, set_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (kind) DO UPDATE SET required = excluded.required, set_by = excluded.set_by, set_at = excluded.set_at
                     WHERE second_factor_rule.required <> excluded.required""", kind, policy.kinds().contains(kind), me, now);
        }
        sql.update("""
                UPDATE access.session s SET ended_at = ?, end_reason = 'ACCOUNT_CHANGED'
                  FROM access.account a JOIN access.second_factor_rule r ON r.kind = a.kind AND r.required
                 WHERE a.id = s.account_id AND s.ended_at IS NULL
                   AND NOT EXISTS (SELECT FROM access.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)""", now);
        return policy();
    }

    private SecondFactorPolicy policy() {
        Set<AccountKind> kinds = EnumSet.noneOf(AccountKind.class);
        kinds.addAll(sql.list(
                "SELECT kind FROM access.second_factor_rule WHERE required",
                row -> row.word(AccountKind.class, "kind")));
        return new SecondFactorPolicy(kinds);
    }

    private ManagedAccount change(AccountId account, Consumer<Account> verb) {
        ManagedAccount seen = views.one(current.get(), account);
        mayChange(seen, account);
        verb.accept(accounts.get(account));
        flush();
        return views.one(current.get(), account);
    }

    private void mayChange(ManagedAccount seen, AccountId account) {
        Actor actor = current.get();
        if (actor.account().equals(account)) {
            throw Refusal.conflict("account/own", "This is your own account; it has a page of its own.");
        }
        if (!isPlatform() && !OF_A_CLINIC.contains(seen.kind())) {
            throw Refusal.forbidden("account/kind-above", "Accounts of this kind are not changed by a clinic.");
        }
        if (!seen.manageable()) {
            throw Refusal.forbidden(
                    "account/works-elsewhere",
                    "This person works at another clinic too. End the work at yours instead.");
        }
    }

    private boolean isPlatform() {
        return current.get().kind() == AccountKind.PLATFORM_ADMIN;
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("account_last_administrator"::equals)
                    .isPresent()) {
                throw Refusal.conflict("account/last-administrator", "This is the last active platform administrator.");
            }
            throw e;
        }
    }
}

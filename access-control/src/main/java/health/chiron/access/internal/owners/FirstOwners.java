package health.chiron.access.internal.owners;

import health.chiron.access.api.NewOwner;
import health.chiron.access.api.Ownership;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Gives a new patient its owner. */
@Stateless
@Local(Ownership.class)
public class FirstOwners implements Ownership {
    private static final Set<AccountKind> OWNING =
            EnumSet.of(AccountKind.OWNER, AccountKind.DOCTOR, AccountKind.STAFF, AccountKind.CLINIC_ADMIN);

    @Inject
    private Sql sql;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerCodes codes;

    @Inject
    private Clock clock;

    @Override
    public void first(PatientId patient, NewOwner owner, boolean prove) {
        if (owner.email() == null && owner.phone() == null) {
            throw Refusal.invalid("email", "required", "A mail address or a telephone number is required.");
        }
        Account account = known(owner);
        if (account == null) {
            account = make(owner);
        }
        sql.update(
                "INSERT INTO access.patient_owner (id, patient_id, account_id, since) VALUES (?, ?, ?, ?)",
                Ids.next(),
                patient,
                account.id(),
                clock.instant());
        if (prove && !account.contactProven()) {
            codes.sendUnlessJustSent(account, patient);
        }
    }

    // By mail address only: it is unique, while a family may share a telephone.
    private Account known(NewOwner owner) {
        if (owner.email() == null) {
            return null;
        }
        String mail = owner.email().toLowerCase(Locale.ROOT);
        // Whoever registers another patient of the same new owner at this moment waits, and then finds the account.
        sql.first("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> mail, mail);
        return sql.first(
                        "SELECT id, kind, status FROM access.account WHERE email = ?",
                        row -> new Known(
                                new AccountId(row.id("id")),
                                OWNING.contains(row.word(AccountKind.class, "kind"))
                                        && !row.text("status").equals("DEACTIVATED")),
                        mail)
                .map(FirstOwners::usable)
                .map(accounts::get)
                .orElse(null);
    }

    /** An account with the owner's mail address, and whether it may own a patient. */
    private record Known(AccountId id, boolean owning) {}

    private static AccountId usable(Known known) {
        if (!known.owning()) {
            throw Refusal.invalid(
                    "email", "owner/contact-not-usable", "This mail address cannot be an owner's. Use another.");
        }
        return known.id();
    }

    private Account make(NewOwner owner) {
        String zone = sql.first(
                        "SELECT c.time_zone FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id WHERE m.account_id = policy.actor() ORDER BY m.joined_at LIMIT 1",
                        row -> row.text("time_zone"))
                .orElse("UTC");
        AccountId id = AccountId.next();
        // People without a mail address sign in with a name made from their telephone; two of a family must not clash.
        String username = owner.email() != null
                ? owner.email()
                : owner.phone() + "-" + id.toString().substring(id.toString().length() - 4);
        return accounts.add(Account.invite(
                AccountKind.OWNER,
                username.length() > 100 ? "owner-" + id : username,
                owner.fullName(),
                owner.email(),
                owner.phone(),
                owner.language(),
                zone,
                clock.instant()));
    }
}

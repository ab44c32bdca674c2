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
import java.util.Locale;

/** Gives a new patient its owner. */
@Stateless
@Local(Ownership.class)
public class FirstOwners implements Ownership {
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
            throw Refusal.invalid("owner.email", "required", "A mail address or a telephone number is required.");
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
            codes.send(account, patient);
        }
    }

    // By mail address only: it is unique, while a family may share a telephone.
    private Account known(NewOwner owner) {
        return owner.email() == null
                ? null
                : sql.first(
                                "SELECT id FROM access.account WHERE email = ? AND kind IN ('OWNER','DOCTOR','STAFF','CLINIC_ADMIN') AND status <> 'DEACTIVATED'",
                                row -> accounts.get(new AccountId(row.id("id"))),
                                owner.email().toLowerCase(Locale.ROOT))
                        .orElse(null);
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

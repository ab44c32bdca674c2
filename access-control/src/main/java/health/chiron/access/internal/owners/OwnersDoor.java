package health.chiron.access.internal.owners;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.ContactCode;
import health.chiron.access.api.NewOwner;
import health.chiron.access.api.OwnerView;
import health.chiron.access.api.Owners;
import health.chiron.access.api.Permit;
import health.chiron.access.api.RegistrationConsents;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.accounts.ContactCodes;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** The owner at the desk: their contact is proven when the code sent there is read out. */
@Stateless
public class OwnersDoor implements Owners {

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Accounts accounts;

    @Inject
    private ContactCodes contactCodes;

    @Inject
    private OwnerCodes codes;

    @Inject
    private OwnerCorrections corrections;

    @Inject
    private CallLimits limits;

    @Inject
    private RegistrationConsents consents;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public OwnerView of(PatientId patient) {
        return view(owner(patient), patient);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCESS)
    public OwnerView sendContactCode(PatientId patient) {
        limits.take(Limit.CODE_REQUESTS);
        Account owner = owner(patient);
        if (!owner.contactProven()) {
            codes.send(owner, patient);
        }
        return view(owner, patient);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCESS)
    public OwnerView correct(PatientId patient, NewOwner right) {
        limits.take(Limit.CODE_REQUESTS);
        Account wrong = owner(patient);
        if (!wrong.isUnused()) {
            throw Refusal.conflict(
                    "owner/contact-proven",
                    "The owner has confirmed this contact: only they change how they are reached.");
        }
        if (wrong.isReachedBy(right.email(), right.phone())) {
            throw Refusal.invalid("email", "contact/same", "This is the contact already.");
        }
        corrections.replace(patient, wrong, right);
        return view(owner(patient), patient);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.ACCESS)
    public OwnerView proveContact(PatientId patient, ContactCode code) {
        limits.take(Limit.CODE_ENTRIES);
        Account owner = owner(patient);
        if (owner.contactProven()) {
            return view(owner, patient);
        }
        contactCodes.use(contactCodes.forTheOwn(owner.id()).orElseThrow(ContactCodes::none), code.code());
        Instant now = clock.instant();
        if (owner.email().isPresent()) {
            owner.proveEmail(now);
        } else {
            owner.provePhone(now);
        }
        entities.flush();
        consents.tellOwner(patient);
        if (owner.status() == AccountStatus.INVITED) {
            accounts.sendInvitation(owner);
        }
        return view(owner, patient);
    }

    private Account owner(PatientId patient) {
        AccountId owner = sql.first(
                        "SELECT account_id FROM access.patient_owner WHERE patient_id = ? AND until IS NULL ORDER BY since, id LIMIT 1",
                        row -> new AccountId(row.id("account_id")),
                        patient)
                .orElseThrow(Refusal::notFound);
        return accounts.get(owner);
    }

    private static OwnerView view(Account owner, PatientId patient) {
        boolean mail = owner.email().isPresent();
        return new OwnerView(
                owner.id(),
                patient,
                owner.fullName(),
                Outgoing.masked(
                        mail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                        mail ? owner.email().orElseThrow() : owner.phone().orElseThrow()),
                owner.contactProven(),
                owner.status() == AccountStatus.ACTIVE);
    }
}

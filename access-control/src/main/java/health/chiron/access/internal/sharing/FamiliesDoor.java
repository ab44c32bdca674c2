package health.chiron.access.internal.sharing;

import health.chiron.access.api.Action;
import health.chiron.access.api.BringIntoFamily;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Families;
import health.chiron.access.api.FamilyData;
import health.chiron.access.api.FamilyPatientView;
import health.chiron.access.api.FamilyView;
import health.chiron.access.api.InvitationView;
import health.chiron.access.api.InviteToFamily;
import health.chiron.access.api.ListedFamily;
import health.chiron.access.api.Permit;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Family;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.FamilyPatient;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** Families: who is in them, and which patients (ADR 31). */
@Stateless
public class FamiliesDoor implements Families {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Households households;

    @Inject
    private Sending sending;

    @Inject
    private Giving giving;

    @Inject
    private FamilyViews views;

    @Inject
    private ShareViews invitations;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.FAMILIES)
    public Page<ListedFamily> mine(PageRequest page) {
        return views.of(me(), page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.FAMILIES)
    public FamilyView get(FamilyId family) {
        households.mustBeIn(family, me());
        return views.family(family, me());
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.FAMILIES)
    public FamilyView found(FamilyData data) {
        Family family = Family.found(me(), data.name(), clock.instant());
        households.found(family);
        return views.family(family.id(), me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.FAMILIES)
    public FamilyView rename(FamilyId id, long version, FamilyData data) {
        households.mustBeIn(id, me());
        households.find(id).rename(version, data.name());
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        }
        return views.family(id, me());
    }

    @Override
    @Permit(value = Action.SHARE, on = Category.FAMILIES)
    public InvitationView invite(FamilyId family, InviteToFamily person) {
        households.oneAfterTheOther(family);
        households.mustBeIn(family, me());
        // Whether the person is in the family already is not said: its people know names, not addresses.
        Invitation invitation = Invitation.toJoin(
                sending.envelope(null, person.email(), person.title(), person.message(), person.expiresInDays()),
                family);
        sending.send(invitation);
        return invitations.invitation(invitation.id(), me());
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.FAMILIES)
    public FamilyPatientView bringIn(FamilyId family, PatientId patient, BringIntoFamily how) {
        households.oneAfterTheOther(family);
        giving.oneAfterTheOther(patient);
        households.mustBeIn(family, me());
        Instant now = clock.instant();
        FamilyPatient place =
                FamilyPatient.bringIn(family, patient, how.relationshipToFamily(), how.label(), me(), now);
        households.bringIn(place, patient, me(), now);
        return views.patient(family, patient, me());
    }

    @Override
    @Permit(value = Action.CANCEL, on = Category.FAMILIES)
    public FamilyPatientView takeOut(FamilyId family, PatientId patient) {
        giving.oneAfterTheOther(patient);
        households.takeOut(family, patient, me(), clock.instant());
        return views.patient(family, patient, me());
    }

    @Override
    @Permit(value = Action.LEAVE, on = Category.FAMILIES)
    public void leave(FamilyId family) {
        households.oneAfterTheOther(family);
        households.leave(family, me(), clock.instant());
    }

    private AccountId me() {
        return current.get().account();
    }
}

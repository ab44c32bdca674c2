package health.chiron.access.internal.grants;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Standing;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
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
import java.util.Optional;

/** Who holds access to whom, and ending it. */
@Stateless
public class GrantsDoor implements Grants {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private AccessViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<GrantView> ofPatient(PatientId patient, PageRequest page) {
        return views.grantsOf(patient, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<GrantView> ofClinic(ClinicId clinic, boolean activeOnly, PageRequest page) {
        return views.grantsOf(clinic, activeOnly, page);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.ACCESS)
    public GrantView end(GrantId id) {
        return end(find(id));
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.ACCESS)
    public GrantView end(PatientId patient, GrantId id) {
        AccessGrant grant = find(id);
        if (!grant.patient().equals(patient)) {
            throw Refusal.notFound();
        }
        return end(grant);
    }

    private AccessGrant find(GrantId id) {
        return Optional.ofNullable(entities.find(AccessGrant.class, id.value())).orElseThrow(Refusal::notFound);
    }

    private GrantView end(AccessGrant grant) {
        boolean owner = current.standing()
                .map(Standing::relationship)
                .filter("OWNER"::equals)
                .isPresent();
        grant.end(
                current.get().account(),
                owner ? AccessGrant.EndReason.REVOKED_BY_OWNER : AccessGrant.EndReason.RETURNED_BY_CLINIC,
                clock.instant());
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            // Ended by somebody else at the same moment: it is over, which is what was wanted.
            throw Refusal.conflict("access/grant-over", "This access has ended already.");
        }
        return views.grant(grant.id());
    }
}

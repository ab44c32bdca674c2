package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.ExtendAccess;
import health.chiron.access.api.GrantEnd;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Standing;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
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
import java.time.Instant;
import java.util.Optional;

/** Who holds access to whom, and ending it. */
@Stateless
public class GrantsDoor implements Grants {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private AccessViews views;

    @Inject
    private Requests requests;

    @Inject
    private Openings openings;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Holders concerned;

    @Inject
    private CallLimits limits;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<GrantView> ofPatient(PatientId patient, GrantQuery query, PageRequest page) {
        return views.grantsOf(patient, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<GrantView> ofClinic(ClinicId clinic, GrantQuery query, PageRequest page) {
        return views.grantsOf(clinic, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public GrantView get(GrantId grant) {
        return views.grant(grant);
    }

    @Override
    @Permit(value = Action.REQUEST, on = Category.ACCESS)
    public AccessRequestView extend(GrantId id, ExtendAccess extension) {
        limits.take(Limit.CODE_REQUESTS);
        AccessGrant grant = find(id);
        int hours = extension.grantHours() != null ? extension.grantHours() : openings.usualHours(grant.clinic());
        Instant now = requests.mayAsk(grant.patient(), grant.clinic());
        return requests.begin(grant.extension(current.get().account(), hours, now));
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.ACCESS)
    public GrantView shorten(GrantId id, GrantEnd end) {
        // What ends access is open to the clinic too, which gives it back as a whole; for how long it was given is the
        // owner's to say.
        if (!owner()) {
            throw Refusal.forbidden("access/owner-shortens", "Only the owner says for how long access is given.");
        }
        AccessGrant grant = find(id);
        grant.shorten(end.expiresAt(), clock.instant());
        flush();
        return views.grant(grant.id());
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
        boolean owner = owner();
        if (!owner) {
            // Before it ends: afterwards nothing may join the clinic to the patient, and nobody learns how an owner is
            // reached.
            letters.tell(
                    Letter.Template.GRANT_RETURNED,
                    grant.patient(),
                    new OwnerLetters.Facts(
                            grant.clinic(),
                            grant.doctor().orElse(null),
                            null,
                            grant.purpose(),
                            grant.sections(),
                            clock.instant()));
        }
        grant.end(
                current.get().account(),
                owner ? AccessGrant.EndReason.REVOKED_BY_OWNER : AccessGrant.EndReason.RETURNED_BY_CLINIC,
                clock.instant());
        flush();
        GrantView view = views.grant(grant.id());
        if (owner) {
            concerned.tellOfEnd(grant, current.get().account());
        }
        return view;
    }

    private boolean owner() {
        return current.standing()
                .map(Standing::relationship)
                .filter("OWNER"::equals)
                .isPresent();
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            // Ended by somebody else at the same moment: it is over, which is what was wanted.
            throw Refusal.conflict("access/grant-over", "This access has ended already.");
        }
    }
}

package health.chiron.access.internal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.ActivityEntry;
import health.chiron.access.api.ActivityQuery;
import health.chiron.access.api.AuditMark;
import health.chiron.access.api.AuditPage;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.Category;
import health.chiron.access.api.ChainReport;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.LoggedPeopleQuery;
import health.chiron.access.api.LoggedPerson;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PublishedHead;
import health.chiron.access.api.Verification;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The log as people read it; names are looked up when it is shown, for the log itself holds none. */
@Stateless
public class AuditTrailDoor implements AuditTrail {
    private static final int HEADS_SHOWN = 100;

    @Inject
    private LogSearch log;

    @Inject
    private ChainVerifier verifier;

    @Inject
    private Verifications verifications;

    @Inject
    private ChainHeads heads;

    @Inject
    private CurrentActor current;

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public AuditPage ofPatient(PatientId patient, AuditQuery query, PageRequest page) {
        return log.page(query.about(patient), page, false);
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public AuditPage ofClinic(ClinicId clinic, AuditQuery query, PageRequest page) {
        return log.page(query.inTheNameOf(clinic), page, true);
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public AuditPage search(AuditQuery query, PageRequest page) {
        return log.page(query, page, true);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public List<AccessEntry> exportOfPatient(PatientId patient, AuditQuery query, AuditMark after) {
        return log.part(query.about(patient), after, false);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public List<AccessEntry> exportOfClinic(ClinicId clinic, AuditQuery query, AuditMark after) {
        return log.part(query.inTheNameOf(clinic), after, true);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public List<AccessEntry> export(AuditQuery query, AuditMark after) {
        return log.part(query, after, true);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACTIVITY)
    public Page<ActivityEntry> activity(ActivityQuery query, PageRequest page) {
        return log.activity(query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACTIVITY)
    public Page<LoggedPerson> people(LoggedPeopleQuery query, PageRequest page) {
        return log.people(query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public Page<ActivityEntry> own(PageRequest page) {
        return log.activity(
                new ActivityQuery(current.get().account(), null, null, Category.OWN_ACCOUNT, null, null, null), page);
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.AUDIT)
    public ChainReport verify() {
        return verifier.verify();
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.AUDIT)
    public Verification startVerification() {
        return verifications.start(current.get().account());
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public Optional<Verification> verification() {
        return verifications.latest();
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public List<PublishedHead> heads() {
        List<PublishedHead> published = heads.published();
        return published
                .subList(Math.max(0, published.size() - HEADS_SHOWN), published.size())
                .reversed();
    }
}

package health.chiron.records.internal.visit;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.Visit;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.AddendumAudience;
import health.chiron.records.api.NewAddendum;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.VisitQuery;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Visit records: draft, signed, added to. */
@Stateless
public class VisitsDoor implements Visits {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private VisitViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.CREATE, on = Category.VISITS)
    public VisitView draft(PatientId patient, VisitContent content) {
        ClinicId clinic = content.clinicId() == null ? grantingClinic() : current.clinic(content.clinicId());
        AccountId author = current.get().account();
        PractitionerId practitioner = sql.first(
                        "SELECT id FROM access.practitioner WHERE account_id = ?",
                        row -> new PractitionerId(row.id("id")),
                        author)
                .orElse(null);
        Visit visit = Visit.draft(patient, clinic, author, practitioner, VisitForms.content(content), clock.instant());
        entities.persist(visit);
        entities.flush();
        return views.view(visit.id());
    }

    // The grant names the clinic that was let in: a doctor of several clinics writes for that one unless saying
    // otherwise.
    private ClinicId grantingClinic() {
        return current.standing()
                .flatMap(s -> sql.first(
                        "SELECT clinic_id FROM access.access_grant WHERE id = ?",
                        row -> new ClinicId(row.id("clinic_id")),
                        s.grant()))
                .orElseGet(() -> current.clinic(null));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.VISITS)
    public VisitView change(VisitId id, long version, VisitContent content) {
        Visit visit = find(id);
        if (content.clinicId() != null && !content.clinicId().equals(visit.clinic())) {
            throw Refusal.invalid("clinicId", "fixed", "The clinic of a visit does not change.");
        }
        visit.change(current.get().account(), version, VisitForms.content(content), clock.instant());
        flush();
        return views.view(id);
    }

    @Override
    @Permit(value = Action.SIGN, on = Category.VISITS)
    public VisitView sign(VisitId id, long version) {
        find(id).sign(current.get().account(), version, clock.instant());
        flush();
        return views.view(id);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.VISITS)
    public VisitView addAddendum(VisitId id, NewAddendum addendum) {
        Visit visit = find(id);
        if (!visit.signed()) {
            if (!visit.writtenBy(current.get().account())) {
                throw Refusal.notFound();
            }
            throw Refusal.conflict("records/visit-not-signed", "Sign the visit first; until then, change the draft.");
        }
        sql.update(
                "INSERT INTO records.visit_addendum (id, visit_id, patient_id, clinic_id, text, audience, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                id,
                visit.patient(),
                grantingClinic(),
                addendum.text(),
                addendum.audience() == null ? AddendumAudience.EVERYBODY : addendum.audience(),
                clock.instant(),
                current.get().account());
        return views.view(id);
    }

    @Override
    @Permit(value = Action.READ, on = Category.VISITS)
    public VisitView get(VisitId visit) {
        return views.view(visit);
    }

    @Override
    @Permit(value = Action.READ, on = Category.VISITS)
    public VisitPage ofPatient(PatientId patient, VisitQuery query, PageRequest page) {
        return views.ofPatient(patient, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.VISITS)
    public VisitPage ofClinic(ClinicId clinic, VisitQuery query, PageRequest page) {
        return views.ofClinic(clinic, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.VISITS)
    public VisitPage myDrafts(PageRequest page) {
        return views.drafts(page);
    }

    private Visit find(VisitId id) {
        return Optional.ofNullable(entities.find(Visit.class, id.value())).orElseThrow(Refusal::notFound);
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        }
    }
}

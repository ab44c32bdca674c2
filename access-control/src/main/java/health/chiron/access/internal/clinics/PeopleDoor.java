package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.Association;
import health.chiron.access.api.AssociationChange;
import health.chiron.access.api.Category;
import health.chiron.access.api.ClinicInvitationView;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.People;
import health.chiron.access.api.PeopleQuery;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PersonView;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.access.ClinicMember;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Who works at which clinic. */
@Stateless
public class PeopleDoor implements People {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private ClinicInvitations invitations;

    @Inject
    private CallLimits limits;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.PEOPLE)
    public Page<PersonView> list(ClinicId clinic, PeopleQuery query, PageRequest page) {
        mustExist(clinic);
        String words = Sql.containing(query.search());
        List<PersonView> people = sql.list(
                """
                SELECT a.id, a.full_name, a.kind, a.status, m.employment_type, m.active, m.joined_at, m.ended_at, m.rights, m.version
                  FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id
                 WHERE m.clinic_id = ? AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id)) AND (?::text IS NULL OR a.kind = ?) AND (?::boolean IS NULL OR m.active = ?)
                   AND (?::text IS NULL OR a.status = ?) AND (?::text IS NULL OR m.employment_type = ?)
                   AND (?::text IS NULL OR lower(a.full_name) || ' ' || a.username || ' ' || coalesce(a.email, '') LIKE ?::text)
                 ORDER BY m.active DESC, lower(a.full_name), a.id LIMIT ? OFFSET ?""",
                PeopleDoor::person,
                clinic,
                query.kind(),
                query.kind(),
                query.active(),
                query.active(),
                query.status(),
                query.status(),
                query.employmentType(),
                query.employmentType(),
                words,
                words,
                page.limit(),
                page.offset());
        long total = sql.count(
                """
                SELECT count(*) FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id
                 WHERE m.clinic_id = ? AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id)) AND (?::text IS NULL OR a.kind = ?) AND (?::boolean IS NULL OR m.active = ?)
                   AND (?::text IS NULL OR a.status = ?) AND (?::text IS NULL OR m.employment_type = ?)
                   AND (?::text IS NULL OR lower(a.full_name) || ' ' || a.username || ' ' || coalesce(a.email, '') LIKE ?::text)""",
                clinic,
                query.kind(),
                query.kind(),
                query.active(),
                query.active(),
                query.status(),
                query.status(),
                query.employmentType(),
                query.employmentType(),
                words,
                words);
        return new Page<>(people, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.PEOPLE)
    public PersonView get(ClinicId clinic, AccountId person) {
        return view(clinic, person);
    }

    @Override
    @Permit(value = Action.READ, on = Category.PEOPLE)
    public List<AssociationChange> history(ClinicId clinic, AccountId person) {
        view(clinic, person);
        return sql.list(
                """
                SELECT h.change, h.employment_type, h.rights, h.changed_at, a.full_name
                  FROM access.clinic_member_change h LEFT JOIN access.account a ON a.id = h.changed_by
                 WHERE h.clinic_id = ? AND h.account_id = ? ORDER BY h.changed_at DESC, h.id DESC LIMIT 200""",
                row -> new AssociationChange(
                        row.word(AssociationChange.Change.class, "change"),
                        row.word(EmploymentType.class, "employment_type"),
                        ClinicRight.read(row.text("rights")).stream().toList(),
                        row.instant("changed_at"),
                        row.text("full_name")),
                clinic,
                person);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.PEOPLE)
    public PersonView change(ClinicId clinic, AccountId person, long version, Association association) {
        PersonView before = view(clinic, person);
        find(clinic, person).change(version, before.kind(), association.employmentType(), association.rights());
        flush();
        return view(clinic, person);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.PEOPLE)
    public PersonView end(ClinicId clinic, AccountId person) {
        find(clinic, person).end(current.get().account(), clock.instant());
        flush();
        return view(clinic, person);
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.PEOPLE)
    public PersonView resume(ClinicId clinic, AccountId person) {
        find(clinic, person).resume();
        flush();
        return view(clinic, person);
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.PEOPLE)
    public ClinicInvitationView invite(NewClinicInvitation invitation) {
        limits.take(Limit.INVITATIONS);
        mustExist(invitation.clinicId());
        return invitations.send(invitation, current.get().account());
    }

    @Override
    @Permit(value = Action.READ, on = Category.PEOPLE)
    public Page<ClinicInvitationView> invitations(ClinicId clinic, PageRequest page) {
        mustExist(clinic);
        return invitations.open(clinic, page);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.PEOPLE)
    public void cancel(ClinicId clinic, ClinicInvitationId invitation) {
        invitations.cancel(clinic, invitation);
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public List<ClinicInvitationView> toMe() {
        return invitations.to(current.get().account());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void accept(ClinicInvitationId invitation) {
        invitations.accept(invitation, current.get().account(), current.get().kind());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void decline(ClinicInvitationId invitation) {
        invitations.decline(invitation, current.get().account());
    }

    private void mustExist(ClinicId clinic) {
        if (sql.count("SELECT count(*) FROM access.clinic WHERE id = ?", clinic) == 0) {
            throw Refusal.notFound();
        }
    }

    private ClinicMember find(ClinicId clinic, AccountId person) {
        return entities.createQuery(
                        "SELECT m FROM ClinicMember m WHERE m.clinicId = :clinic AND m.accountId = :person",
                        ClinicMember.class)
                .setParameter("clinic", clinic.value())
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private PersonView view(ClinicId clinic, AccountId person) {
        return sql.first("""
                        SELECT a.id, a.full_name, a.kind, a.status, m.employment_type, m.active, m.joined_at, m.ended_at, m.rights, m.version
                          FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id
                         WHERE m.clinic_id = ? AND m.account_id = ? AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id))""", PeopleDoor::person, clinic, person).orElseThrow(Refusal::notFound);
    }

    private static PersonView person(Sql.Row row) throws SQLException {
        return new PersonView(
                new AccountId(row.id("id")),
                row.text("full_name"),
                row.word(AccountKind.class, "kind"),
                row.word(AccountStatus.class, "status"),
                row.word(EmploymentType.class, "employment_type"),
                row.yes("active"),
                row.instant("joined_at"),
                row.instant("ended_at"),
                ClinicRight.read(row.text("rights")).stream().toList(),
                row.number("version"));
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("clinic_keeps_an_administrator"::equals)
                    .isPresent()) {
                throw Refusal.conflict(
                        "clinic/last-administrator",
                        "Nobody would be left to run the clinic. Whoever runs the installation can do this.");
            }
            throw e;
        }
    }
}

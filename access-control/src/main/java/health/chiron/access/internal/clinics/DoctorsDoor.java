package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.CallBudget;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.DoctorData;
import health.chiron.access.api.DoctorProfile;
import health.chiron.access.api.DoctorQuery;
import health.chiron.access.api.Doctors;
import health.chiron.access.api.ListedPerson;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Practitioner;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Doctors' public profiles. */
@Stateless
public class DoctorsDoor implements Doctors {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private CallBudget budget;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    private record Place(AccountId doctor, ManagedAccount.Workplace workplace) {}

    @Override
    @Permit(value = Action.READ, on = Category.DOCTORS)
    public Page<DoctorProfile> search(DoctorQuery query, PageRequest page) {
        budget.search();
        String name = Sql.containing(query.name());
        String field = Sql.containing(query.specialization());
        List<DoctorProfile> found = sql.list(
                """
                SELECT a.id, a.full_name, p.license_number, p.specialization, p.years_of_experience, p.qualifications, p.bio, p.verified,
                       p.verified_at, p.active AND a.status = 'ACTIVE' AS active, p.version
                  FROM access.practitioner p JOIN access.account a ON a.id = p.account_id AND a.status <> 'DEACTIVATED'
                 WHERE (?::text IS NULL OR lower(a.full_name) LIKE ?) AND (?::text IS NULL OR lower(p.specialization) LIKE ?)
                   AND (?::text IS NULL OR p.license_number = ?) AND (?::boolean IS NULL OR (p.active AND a.status = 'ACTIVE') = ?)
                   AND (?::boolean IS NULL OR p.verified = ?)
                   AND (?::uuid IS NULL OR EXISTS (SELECT FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                                    WHERE m.account_id = a.id AND m.clinic_id = ? AND m.active))
                 ORDER BY lower(a.full_name), a.id LIMIT ? OFFSET ?""",
                DoctorsDoor::profile,
                name,
                name,
                field,
                field,
                query.licenseNumber(),
                query.licenseNumber(),
                query.active(),
                query.active(),
                query.verified(),
                query.verified(),
                query.clinicId(),
                query.clinicId(),
                page.limit(),
                page.offset());
        long total = sql.count(
                """
                SELECT count(*)
                  FROM access.practitioner p JOIN access.account a ON a.id = p.account_id AND a.status <> 'DEACTIVATED'
                 WHERE (?::text IS NULL OR lower(a.full_name) LIKE ?) AND (?::text IS NULL OR lower(p.specialization) LIKE ?)
                   AND (?::text IS NULL OR p.license_number = ?) AND (?::boolean IS NULL OR (p.active AND a.status = 'ACTIVE') = ?)
                   AND (?::boolean IS NULL OR p.verified = ?)
                   AND (?::uuid IS NULL OR EXISTS (SELECT FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                                    WHERE m.account_id = a.id AND m.clinic_id = ? AND m.active))""",
                name,
                name,
                field,
                field,
                query.licenseNumber(),
                query.licenseNumber(),
                query.active(),
                query.active(),
                query.verified(),
                query.verified(),
                query.clinicId(),
                query.clinicId());
        return new Page<>(placed(found), total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.DOCTORS)
    public DoctorProfile get(ListedPerson doctor) {
        return view(doctor.id());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.DOCTORS)
    public DoctorProfile change(ListedPerson doctor, long version, DoctorData data) {
        if (!doctor.id().equals(current.get().account())) {
            throw Refusal.forbidden("doctor/not-own", "Each doctor keeps the own profile.");
        }
        find(doctor.id())
                .describe(
                        version,
                        new Practitioner.Profile(
                                data.licenseNumber(),
                                data.specialization(),
                                data.yearsOfExperience(),
                                data.qualifications(),
                                data.bio(),
                                data.active() == null || data.active()),
                        doctor.id(),
                        clock.instant());
        flush();
        return view(doctor.id());
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.DOCTORS)
    public DoctorProfile verify(ListedPerson doctor, long version) {
        find(doctor.id()).verify(version, current.get().account(), clock.instant());
        flush();
        return view(doctor.id());
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.DOCTORS)
    public DoctorProfile withdrawVerification(ListedPerson doctor) {
        find(doctor.id()).withdrawVerification();
        flush();
        return view(doctor.id());
    }

    private Practitioner find(AccountId doctor) {
        return entities.createQuery("SELECT p FROM Practitioner p WHERE p.accountId = :doctor", Practitioner.class)
                .setParameter("doctor", doctor.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private DoctorProfile view(AccountId doctor) {
        DoctorProfile found = sql.first("""
                        SELECT a.id, a.full_name, p.license_number, p.specialization, p.years_of_experience, p.qualifications, p.bio, p.verified,
                               p.verified_at, p.active AND a.status = 'ACTIVE' AS active, p.version
                          FROM access.practitioner p JOIN access.account a ON a.id = p.account_id AND a.status <> 'DEACTIVATED'
                         WHERE a.id = ?""", DoctorsDoor::profile, doctor).orElseThrow(Refusal::notFound);
        return placed(List.of(found)).getFirst();
    }

    /** The same profiles with where the doctors work: one statement for all of them. */
    private List<DoctorProfile> placed(Collection<DoctorProfile> profiles) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        List<Place> places = sql.list(
                """
                SELECT m.account_id, c.id, c.name FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                 WHERE m.account_id = ANY (?) AND m.active ORDER BY c.name, c.id""",
                row -> new Place(
                        new AccountId(row.id("account_id")),
                        new ManagedAccount.Workplace(new ClinicId(row.id("id")), row.text("name"))),
                (Object) profiles.stream().map(p -> p.id().value()).toArray(UUID[]::new));
        Map<AccountId, List<ManagedAccount.Workplace>> byDoctor = new HashMap<>();
        places.forEach(place ->
                byDoctor.computeIfAbsent(place.doctor(), d -> new ArrayList<>()).add(place.workplace()));
        return profiles.stream()
                .map(p -> new DoctorProfile(
                        p.id(),
                        p.fullName(),
                        p.licenseNumber(),
                        p.specialization(),
                        p.yearsOfExperience(),
                        p.qualifications(),
                        p.bio(),
                        p.verified(),
                        p.verifiedAt(),
                        p.active(),
                        byDoctor.getOrDefault(p.id(), List.of()),
                        p.version()))
                .toList();
    }

    private static DoctorProfile profile(Sql.Row row) throws SQLException {
        return new DoctorProfile(
                new AccountId(row.id("id")),
                row.text("full_name"),
                row.text("license_number"),
                row.text("specialization"),
                row.integer("years_of_experience"),
                row.text("qualifications"),
                row.text("bio"),
                row.yes("verified"),
                row.instant("verified_at"),
                row.yes("active"),
                List.of(),
                row.number("version"));
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("practitioner_license_number_key"::equals)
                    .isPresent()) {
                throw Refusal.conflict("doctor/license-taken", "licenseNumber", "This licence number is in use.");
            }
            throw e;
        }
    }
}

package health.chiron.access.internal.clinics;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.ClinicData;
import health.chiron.access.api.ClinicQuery;
import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.DoctorView;
import health.chiron.access.api.NewAccount;
import health.chiron.access.api.NewDoctor;
import health.chiron.access.api.OpeningInterval;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.signin.Passwords;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Clinic;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.access.OpeningHours;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Clinics and the people who work there. */
@Stateless
public class ClinicsDoor implements Clinics {
    private static final Set<AccountKind> OF_A_CLINIC =
            EnumSet.of(AccountKind.CLINIC_ADMIN, AccountKind.STAFF, AccountKind.INTEGRATOR);

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private ClinicHours hours;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.CREATE, on = Category.CLINICS)
    public ClinicView register(ClinicData profile) {
        Accounts.mustBeZone("timeZone", profile.timeZone());
        OpeningHours open = ClinicHours.read(profile.openingHours());
        Clinic clinic = Clinic.register(profile(profile), clock.instant());
        entities.persist(clinic);
        flush();
        hours.keep(clinic.id(), open, clock.instant());
        return view(clinic);
    }

    @Override
    @Permit(value = Action.READ, on = Category.CLINICS)
    public ClinicView get(ClinicId clinic) {
        return view(find(clinic));
    }

    @Override
    @Permit(value = Action.READ, on = Category.CLINICS)
    public Page<ClinicView> list(ClinicQuery query, PageRequest page) {
        boolean all = current.get().kind() == AccountKind.PLATFORM_ADMIN;
        UUID[] own = current.get().clinics().stream().map(ClinicId::value).toArray(UUID[]::new);
        String name = Sql.containing(query.name());
        List<UUID> ids = sql.list(
                """
                SELECT id FROM access.clinic
                 WHERE (? OR id = ANY (?)) AND (?::text IS NULL OR lower(name) LIKE ?) AND (?::text IS NULL OR license_number = ?)
                   AND (?::boolean IS NULL OR active = ?) AND (?::boolean IS NULL OR verified = ?)
                 ORDER BY name, id LIMIT ? OFFSET ?""",
                row -> row.id("id"),
                all,
                own,
                name,
                name,
                query.licenseNumber(),
                query.licenseNumber(),
                query.active(),
                query.active(),
                query.verified(),
                query.verified(),
                page.limit(),
                page.offset());
        long total = sql.count(
                """
                SELECT count(*) FROM access.clinic
                 WHERE (? OR id = ANY (?)) AND (?::text IS NULL OR lower(name) LIKE ?) AND (?::text IS NULL OR license_number = ?)
                   AND (?::boolean IS NULL OR active = ?) AND (?::boolean IS NULL OR verified = ?)""",
                all,
                own,
                name,
                name,
                query.licenseNumber(),
                query.licenseNumber(),
                query.active(),
                query.active(),
                query.verified(),
                query.verified());
        List<Clinic> found = ids.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT c FROM Clinic c WHERE c.id IN :ids ORDER BY c.name, c.id", Clinic.class)
                        .setParameter("ids", ids)
                        .getResultList();
        Map<ClinicId, List<OpeningInterval>> open =
                hours.of(found.stream().map(Clinic::id).toList());
        return new Page<>(
                found.stream()
                        .map(clinic -> view(clinic, open.getOrDefault(clinic.id(), List.of())))
                        .toList(),
                total,
                page.offset(),
                page.limit());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.CLINICS)
    public ClinicView change(ClinicId clinic, long version, ClinicData profile) {
        Accounts.mustBeZone("timeZone", profile.timeZone());
        OpeningHours open = ClinicHours.read(profile.openingHours());
        Clinic found = find(clinic);
        found.change(version, profile(profile), clock.instant());
        flush();
        hours.keep(clinic, open, clock.instant());
        return view(found);
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.CLINICS)
    public ClinicView verify(ClinicId clinic, long version) {
        Clinic found = find(clinic);
        found.verify(version, current.get().account(), clock.instant());
        flush();
        return view(found);
    }

    @Override
    @Permit(value = Action.VERIFY, on = Category.CLINICS)
    public ClinicView withdrawVerification(ClinicId clinic) {
        Clinic found = find(clinic);
        found.withdrawVerification();
        flush();
        return view(found);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.CLINICS)
    public ClinicView deactivate(ClinicId clinic) {
        Clinic found = find(clinic);
        found.deactivate(current.get().account(), clock.instant());
        flush();
        return view(found);
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.CLINICS)
    public ClinicView activate(ClinicId clinic) {
        Clinic found = find(clinic);
        found.activate();
        flush();
        return view(found);
    }

    @Override
    @Permit(value = Action.READ, on = Category.CLINICS)
    public List<DoctorView> doctors(ClinicId clinic) {
        find(clinic);
        return sql.list(
                """
                SELECT a.id, a.full_name, a.status, p.license_number, p.specialization, p.years_of_experience, p.qualifications, p.bio,
                       p.verified, coalesce(p.active, true) AS active, m.employment_type
                  FROM access.clinic_member m
                  JOIN access.account a ON a.id = m.account_id AND a.kind = 'DOCTOR'
                  LEFT JOIN access.practitioner p ON p.account_id = a.id
                 WHERE m.clinic_id = ? AND m.active AND a.status <> 'DEACTIVATED' ORDER BY a.full_name, a.id""",
                row -> new DoctorView(
                        new AccountId(row.id("id")),
                        row.text("full_name"),
                        row.text("license_number"),
                        row.text("specialization"),
                        row.integer("years_of_experience"),
                        row.text("qualifications"),
                        row.text("bio"),
                        row.yes("verified"),
                        row.word(EmploymentType.class, "employment_type"),
                        "ACTIVE".equals(row.text("status")) && row.yes("active")),
                clinic);
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.ACCOUNTS)
    public AccountView addAccount(NewAccount command) {
        boolean platform = current.get().kind() == AccountKind.PLATFORM_ADMIN;
        if (OF_A_CLINIC.contains(command.kind())) {
            ClinicId clinic = platform ? named(command.clinicId()) : current.clinic(command.clinicId());
            AccountId made = make(
                    command.kind(),
                    command.username(),
                    command.fullName(),
                    command.email(),
                    first(command),
                    find(clinic));
            accounts.join(made, clinic, command.employmentType());
            return accounts.view(made);
        }
        if (!platform || (command.kind() != AccountKind.PLATFORM_ADMIN && command.kind() != AccountKind.AUDITOR)) {
            throw Refusal.invalid("kind", "not_possible", "An account of this kind cannot be made here.");
        }
        if (command.clinicId() != null) {
            throw Refusal.invalid("clinicId", "not_possible", "An account of this kind belongs to no clinic.");
        }
        return accounts.view(
                make(command.kind(), command.username(), command.fullName(), command.email(), first(command), null));
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.ACCOUNTS)
    public DoctorView addDoctor(NewDoctor doctor) {
        Clinic clinic = find(doctor.clinicId());
        AccountId made = make(
                AccountKind.DOCTOR,
                doctor.username(),
                doctor.fullName(),
                doctor.email(),
                new FirstPassword(doctor.password(), !Boolean.FALSE.equals(doctor.passwordChangeRequired())),
                clinic);
        accounts.join(made, clinic.id(), doctor.employmentType());
        try {
            sql.update(
                    """
                    INSERT INTO access.practitioner (id, account_id, name, license_number, specialization, years_of_experience, qualifications, bio, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    PractitionerId.next(),
                    made,
                    doctor.fullName(),
                    doctor.licenseNumber(),
                    doctor.specialization(),
                    doctor.yearsOfExperience(),
                    doctor.qualifications(),
                    doctor.bio(),
                    clock.instant());
        } catch (SqlFailure refused) {
            if (refused.broke("practitioner_license_number_key")) {
                throw Refusal.conflict("doctor/license-taken", "licenseNumber", "This licence number is in use.");
            }
            throw refused;
        }
        return doctors(clinic.id()).stream()
                .filter(d -> d.id().equals(made))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Whoever sets it for somebody else knows it: usually the holder chooses another one first. */
    private record FirstPassword(String text, boolean toBeChanged) {}

    private static FirstPassword first(NewAccount command) {
        boolean kept =
                command.kind() == AccountKind.INTEGRATOR || Boolean.FALSE.equals(command.passwordChangeRequired());
        return new FirstPassword(command.password(), !kept);
    }

    private AccountId make(
            AccountKind kind, String username, String fullName, String email, FirstPassword password, Clinic clinic) {
        if (password.text() == null && email == null) {
            throw Refusal.invalid(
                    "email", "required", "Without a password, a mail address is needed for the invitation.");
        }
        Instant now = clock.instant();
        String zone = clinic == null ? "UTC" : clinic.profile().timeZone();
        Account account = Account.invite(kind, username, fullName, email, null, "en", zone, now);
        if (password.text() != null) {
            passwords.mustBeStrong("password", password.text(), username);
            account.activate(passwords.hash(password.text()), now);
            if (password.toBeChanged()) {
                account.requireNewPassword();
            }
        }
        accounts.add(account);
        if (password.text() == null) {
            accounts.sendInvitation(account);
        }
        return account.id();
    }

    private static ClinicId named(ClinicId clinic) {
        if (clinic == null) {
            throw Refusal.invalid("clinicId", "required", "Name the clinic to which the account belongs.");
        }
        return clinic;
    }

    private Clinic find(ClinicId clinic) {
        return Optional.ofNullable(entities.find(Clinic.class, clinic.value())).orElseThrow(Refusal::notFound);
    }

    private void flush() {
        try {
            entities.flush();
        } catch (jakarta.persistence.OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e).filter("clinic_license_once"::equals).isPresent()) {
                throw Refusal.conflict("clinic/license-taken", "licenseNumber", "This licence number is in use.");
            }
            throw e;
        }
    }

    private static Clinic.Profile profile(ClinicData data) {
        return new Clinic.Profile(
                data.clinicName(),
                data.licenseNumber(),
                data.address(),
                data.phone(),
                data.email(),
                data.timeZone(),
                data.operatingHours(),
                data.servicesOffered(),
                data.grantHours());
    }

    private ClinicView view(Clinic clinic) {
        return view(clinic, hours.of(clinic.id()));
    }

    private static ClinicView view(Clinic clinic, List<OpeningInterval> open) {
        Clinic.Profile p = clinic.profile();
        return new ClinicView(
                clinic.id(),
                new ClinicData(
                        p.name(),
                        p.licenseNumber(),
                        p.address(),
                        p.phone(),
                        p.email(),
                        p.timeZone(),
                        p.operatingHours(),
                        open,
                        p.servicesOffered(),
                        p.grantHours()),
                clinic.active(),
                clinic.verified(),
                clinic.verifiedAt(),
                clinic.version());
    }
}

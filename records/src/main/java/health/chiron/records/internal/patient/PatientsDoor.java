package health.chiron.records.internal.patient;

import health.chiron.access.api.Action;
import health.chiron.access.api.CallBudget;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Ownership;
import health.chiron.access.api.Permit;
import health.chiron.access.api.RegistrationConsents;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.api.Standing;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.Patient;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.EmergencyLookup;
import health.chiron.records.api.PatientBanner;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.PatientLookup;
import health.chiron.records.api.PatientMatches;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.PatientView;
import health.chiron.records.api.Patients;
import health.chiron.records.api.RegisterPatient;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Patients, human and animal. */
@Stateless
public class PatientsDoor implements Patients {
    private static final Set<Category> SHOWN = EnumSet.of(
            Category.DEMOGRAPHICS,
            Category.CHART,
            Category.VISITS,
            Category.CONDITIONS,
            Category.FAMILY_HISTORY,
            Category.ACCESS,
            Category.SHARES,
            Category.AUDIT);

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Identities identities;

    @Inject
    private PatientLists lists;

    @Inject
    private Ownership ownership;

    @Inject
    private RegistrationConsents consents;

    @Inject
    private CurrentActor current;

    @Inject
    private CallBudget budget;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.CREATE, on = Category.DEMOGRAPHICS)
    public PatientView register(RegisterPatient command) {
        ClinicId clinic = current.clinic(command.clinicId());
        Instant now = clock.instant();
        Patient patient;
        try {
            patient = Patient.register(
                    PatientForms.facts(command.patient()), clinic, current.get().account(), now, latestDay());
        } catch (Refusal refusal) {
            throw refusal.under("patient");
        }
        known(patient, command.patient());
        entities.persist(patient);
        flush("patient.microchip");
        try {
            ownership.first(patient.id(), command.owner(), true);
        } catch (Refusal refusal) {
            throw refusal.under("owner");
        }
        if (command.consent() != null) {
            try {
                consents.signed(patient.id(), clinic, command.consent());
            } catch (Refusal refusal) {
                throw refusal.under("consent");
            }
        }
        return PatientForms.view(patient, false);
    }

    @Override
    @Permit(value = Action.LOOK_UP, on = Category.IDENTITY)
    public PatientMatches lookUp(PatientLookup lookup) {
        budget.lookUp();
        if (current.get().clinics().isEmpty()) {
            // The kind of account outlives the work: whoever has left the last clinic finds nobody any more.
            throw Refusal.forbidden("access/not-included", "Only people who work at a clinic look patients up.");
        }
        boolean byContact = lookup.ownerContact() != null && lookup.name() != null;
        if (lookup.microchip() == null && !byContact) {
            throw Refusal.invalid(
                    lookup.ownerContact() == null ? "microchip" : "name",
                    "required",
                    "Give the microchip, or the owner's contact together with the patient's name.");
        }
        return new PatientMatches(sql.list(
                "SELECT * FROM policy.find_patient(?, ?, ?)",
                Identities::identity,
                lookup.microchip(),
                byContact ? lookup.ownerContact().strip() : null,
                byContact ? lookup.name().strip() : null));
    }

    @Override
    @Permit(value = Action.BREAK_GLASS, on = Category.IDENTITY)
    public PatientMatches lookUpInEmergency(EmergencyLookup lookup) {
        budget.lookUp();
        return new PatientMatches(sql.list(
                "SELECT * FROM policy.find_in_emergency(?, ?, ?)",
                Identities::identity,
                current.clinic(lookup.clinicId()),
                lookup.name().strip(),
                lookup.birthDate()));
    }

    @Override
    @Permit(value = Action.READ, on = Category.IDENTITY)
    public PatientPage list(PatientQuery query, PageRequest page) {
        String name = Sql.containing(query.name() == null ? null : query.name().replace(", ", " "));
        if (name != null) {
            budget.search();
        }
        return lists.page(query, name, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.DEMOGRAPHICS)
    public PatientView get(PatientId patient) {
        return PatientForms.view(find(patient), lists.isOwn(patient));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.DEMOGRAPHICS)
    public PatientView correct(PatientId id, long version, PatientData data) {
        Patient patient = find(id);
        patient.correct(version, PatientForms.facts(data), latestDay());
        addIdentifiers(patient, data);
        flush("microchip");
        return PatientForms.view(patient, lists.isOwn(id));
    }

    @Override
    @Permit(value = Action.READ, on = Category.IDENTITY)
    public PatientBanner banner(PatientId patient) {
        PatientIdentity identity = identities.find(patient).orElseThrow(Refusal::notFound);
        Standing standing = current.standing().orElseThrow();
        List<String> alerts = standing.allows().test(Action.READ, Category.CONDITIONS)
                ? sql.list("""
                        SELECT coalesce(condition_name, diagnosis) AS alert FROM records.condition
                         WHERE patient_id = ? AND severity IN ('SEVERE','LIFE_THREATENING') AND status NOT IN ('RESOLVED','INACTIVE')
                         ORDER BY severity DESC, onset_date DESC NULLS LAST LIMIT 5""", row -> row.text("alert"), patient)
                : List.of();
        return new PatientBanner(
                identity,
                alerts,
                standing.relationship(),
                standing.grant(),
                standing.purpose(),
                standing.endsAt(),
                standing.relationship().startsWith("SHARE_") ? sharer(patient) : null,
                allowed(standing));
    }

    private String sharer(PatientId patient) {
        return sql.first(
                        "SELECT a.full_name FROM access.patient_share s JOIN access.account a ON a.id = s.shared_by WHERE s.patient_id = ? AND s.shared_with = ? AND s.ended_at IS NULL",
                        row -> row.text("full_name"),
                        patient,
                        current.get().account())
                .orElse(null);
    }

    private static Set<String> allowed(Standing standing) {
        return EnumSet.allOf(Action.class).stream()
                .flatMap(action -> SHOWN.stream()
                        .filter(category -> standing.allows().test(action, category))
                        .map(category -> action.name() + "_" + category.name()))
                .collect(Collectors.toSet());
    }

    private Patient find(PatientId patient) {
        return Optional.ofNullable(entities.find(Patient.class, patient.value()))
                .orElseThrow(Refusal::notFound);
    }

    private static void known(Patient patient, PatientData data) {
        if (data.identifiers() != null) {
            data.identifiers().stream().distinct().forEach(i -> patient.knownAs(i.system(), i.value()));
        }
    }

    private static void addIdentifiers(Patient patient, PatientData data) {
        if (data.identifiers() != null) {
            data.identifiers().stream()
                    .distinct()
                    .filter(i -> patient.identifiers().stream()
                            .noneMatch(known -> known.system().equals(i.system())
                                    && known.value().equals(i.value())))
                    .forEach(i -> patient.knownAs(i.system(), i.value()));
        }
    }

    // West of Greenwich it is still yesterday, in the east already tomorrow: nobody is refused their own today.
    private LocalDate latestDay() {
        return LocalDate.ofInstant(clock.instant().plusSeconds(14 * 3600), java.time.ZoneOffset.UTC);
    }

    private void flush(String microchipField) {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("patient_microchip_once"::equals)
                    .isPresent()) {
                throw Refusal.conflict(
                        "records/microchip-taken",
                        microchipField,
                        "Another patient has this microchip. Look the patient up by it.");
            }
            throw e;
        }
    }
}

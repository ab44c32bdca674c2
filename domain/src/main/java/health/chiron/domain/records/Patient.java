package health.chiron.domain.records;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A patient, human or animal. A clinic registers the patient once; demographics are corrected after that, by the owner or
 * under a grant. What is clinical stands in records of its own that name the patient. A patient is never deleted.
 */
@Entity
@Table(schema = "records", name = "patient")
public class Patient {
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PatientKind kind;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    @Column(name = "deceased_on")
    private LocalDate deceasedOn;

    @Enumerated(EnumType.STRING)
    private Species species;

    private String breed;
    private String colour;
    private Boolean neutered;
    private String microchip;

    @Column(name = "address_line")
    private String addressLine;

    private String city;
    private String state;

    @Column(name = "postal_code")
    private String postalCode;

    private String country;

    @Column(name = "registered_clinic_id", updatable = false)
    private UUID registeredClinicId;

    @Column(name = "registered_by", updatable = false)
    private UUID registeredBy;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "source_system", updatable = false)
    private String sourceSystem;

    @Column(name = "source_id", updatable = false)
    private String sourceId;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    // The identifier writes the column itself; were it written from here, it would be inserted empty and updated after.
    @JoinColumn(name = "patient_id", insertable = false, updatable = false)
    private List<PatientIdentifier> identifiers = new ArrayList<>();

    @Version
    private long version;

    /** For JPA. */
    protected Patient() {}

    /** Who a patient is; the parts that a kind does not have are null. */
    public record Facts(
            PatientKind kind,
            String givenName,
            String familyName,
            LocalDate birthDate,
            Sex sex,
            LocalDate deceasedOn,
            Species species,
            String breed,
            String colour,
            Boolean neutered,
            String microchip,
            String addressLine,
            String city,
            String state,
            String postalCode,
            String country) {}

    /**
     * Registers a patient at a clinic.
     *
     * @param today the last day on which somebody may have been born or have died
     * @throws Refusal naming the facts that do not fit the kind or each other
     */
    public static Patient register(Facts facts, ClinicId clinic, AccountId by, Instant at, LocalDate today) {
        Patient patient = new Patient();
        patient.id = PatientId.next().value();
        patient.kind = Objects.requireNonNull(facts.kind(), "kind");
        patient.registeredClinicId = clinic.value();
        patient.registeredBy = by.value();
        patient.registeredAt = Objects.requireNonNull(at, "at");
        patient.describe(facts, today);
        return patient;
    }

    /** Says where the patient was known before. */
    public Patient from(String system, String idThere) {
        sourceSystem = Objects.requireNonNull(system, "system");
        sourceId = Objects.requireNonNull(idThere, "id");
        return this;
    }

    /** Notes a number by which somebody knows the patient. */
    public Patient knownAs(String system, String value) {
        identifiers.add(new PatientIdentifier(id, system, value));
        return this;
    }

    /**
     * Corrects demographics.
     *
     * @param based the version that the correction is based on
     * @throws Refusal stale when it is not the current one, or naming the facts that do not fit
     */
    public void correct(long based, Facts facts, LocalDate today) {
        if (based != version) {
            throw Refusal.stale();
        }
        if (facts.kind() != kind) {
            throw Refusal.invalid("kind", "fixed", "A person does not become an animal, nor an animal a person.");
        }
        describe(facts, today);
    }

    private void describe(Facts facts, LocalDate today) {
        List<Fault> faults = faults(facts, today);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        givenName = facts.givenName();
        familyName = facts.familyName();
        birthDate = facts.birthDate();
        sex = Objects.requireNonNull(facts.sex(), "sex");
        deceasedOn = facts.deceasedOn();
        species = facts.species();
        breed = facts.breed();
        colour = facts.colour();
        neutered = facts.neutered();
        microchip = facts.microchip();
        addressLine = facts.addressLine();
        city = facts.city();
        state = facts.state();
        postalCode = facts.postalCode();
        country = facts.country();
    }

    private static List<Fault> faults(Facts facts, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (facts.kind() == PatientKind.HUMAN) {
            if (facts.familyName() == null) {
                faults.add(new Fault("familyName", "required", "A person has a family name."));
            }
            notForPeople(faults, "species", facts.species());
            notForPeople(faults, "breed", facts.breed());
            notForPeople(faults, "colour", facts.colour());
            notForPeople(faults, "neutered", facts.neutered());
            notForPeople(faults, "microchip", facts.microchip());
        } else if (facts.species() == null) {
            faults.add(new Fault("species", "required", "An animal has a species."));
        }
        if (facts.birthDate() != null
                && (facts.birthDate().isBefore(EARLIEST) || facts.birthDate().isAfter(today))) {
            faults.add(new Fault("birthDate", "out_of_range", "The birth date must lie between 1850 and today."));
        }
        if (facts.deceasedOn() != null
                && (facts.deceasedOn().isAfter(today)
                        || facts.birthDate() != null && facts.deceasedOn().isBefore(facts.birthDate()))) {
            faults.add(new Fault("deceasedOn", "date_order", "The date of death must lie between birth and today."));
        }
        return faults;
    }

    private static void notForPeople(List<Fault> faults, String field, Object value) {
        if (value != null) {
            faults.add(new Fault(field, "not_possible", "Only an animal has this."));
        }
    }

    /** The id. */
    public PatientId id() {
        return new PatientId(id);
    }

    /** Who the patient is. */
    public Facts facts() {
        return new Facts(
                kind,
                givenName,
                familyName,
                birthDate,
                sex,
                deceasedOn,
                species,
                breed,
                colour,
                neutered,
                microchip,
                addressLine,
                city,
                state,
                postalCode,
                country);
    }

    /** The numbers by which others know the patient. */
    public List<PatientIdentifier> identifiers() {
        return List.copyOf(identifiers);
    }

    /** Where the patient was registered. */
    public ClinicId registeredAtClinic() {
        return new ClinicId(registeredClinicId);
    }

    /** When. */
    public Instant registeredAt() {
        return registeredAt;
    }

    /** Where the patient was known before; null when registered here. */
    public String sourceSystem() {
        return sourceSystem;
    }

    /** For the next correction. */
    public long version() {
        return version;
    }
}

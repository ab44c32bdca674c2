package health.chiron.interop.internal.imports;

import health.chiron.access.api.Limits;
import health.chiron.access.api.NewOwner;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.Address;
import health.chiron.records.api.Identifier;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.RecordLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** A FHIR Patient as a patient of ours, together with the person who will own the access: the patient. */
final class PatientMapping {
    /** Numbers of the state, not of medicine (v2-0203): never taken. */
    private static final Set<String> CIVIL = Set.of("SS", "SB", "DL", "PPN", "TAX", "NI", "NNUSA");

    private static final String SOCIAL_SECURITY = "http://hl7.org/fhir/sid/us-ssn";
    private static final int MOST_IDENTIFIERS = 20;
    private static final String ANIMAL = "http://hl7.org/fhir/StructureDefinition/patient-animal";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);

    private final Tally tally;
    private final LocalDate today;

    /** @param today for dates that may not lie ahead */
    PatientMapping(Tally tally, LocalDate today) {
        this.tally = tally;
        this.today = today;
    }

    /**
     * Whose patient it is elsewhere: the first identifier that is not the state's.
     *
     * @throws Refusal {@code patient_without_id}
     */
    static SourceKey key(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> !isCivil(identifier))
                .map(SourceKey::of)
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> refused(
                                "patient_without_id",
                                "The patient has no identifier with system and value, so a second import could not recognise them."));
    }

    /** @throws Refusal saying why the patient cannot be taken, without any value */
    PatientData data(Patient patient) {
        if (patient.hasExtension(ANIMAL)) {
            throw refused("patient_is_an_animal", "Animals are not imported yet; register them at the clinic.");
        }
        HumanName name = name(patient);
        LocalDate birth = birthDate(patient);
        return new PatientData(
                PatientKind.HUMAN,
                People.given(name),
                Words.line(name.getFamily()),
                birth,
                sex(patient.getGender()),
                death(patient, birth),
                null,
                null,
                null,
                null,
                null,
                address(patient),
                identifiers(patient));
    }

    /** @throws Refusal {@code patient_without_contact} */
    NewOwner owner(Patient patient) {
        OwnerContact contact = OwnerContact.of(patient.getTelecom(), country(patient));
        if (contact.isMissing()) {
            throw refused(
                    "patient_without_contact",
                    "The patient has no mail address and no telephone number with a known country code. Nobody could open the"
                            + " chart: access codes go there.");
        }
        HumanName name = name(patient);
        return new NewOwner(
                People.given(name) + " " + Words.line(name.getFamily()),
                contact.email(),
                contact.phone(),
                language(patient));
    }

    private static HumanName name(Patient patient) {
        HumanName name = People.current(patient.getName())
                .orElseThrow(() -> refused("patient_without_name", "The patient has no name."));
        String given = People.given(name);
        String family = Words.line(name.getFamily());
        if (given == null || family == null) {
            throw refused("patient_without_name", "The patient needs a given and a family name.");
        }
        if (!Words.fits(given, RecordLimits.NAME)
                || !Words.fits(family, RecordLimits.NAME)
                || given.length() + 1 + family.length() > Limits.NAME) {
            throw refused(
                    "patient_name_too_long",
                    "The patient's given or family name is longer than " + RecordLimits.NAME + " characters.");
        }
        return name;
    }

    private LocalDate birthDate(Patient patient) {
        if (!patient.hasBirthDate()) {
            return null;
        }
        LocalDate day = Dates.day(patient.getBirthDateElement()).orElse(null);
        if (day == null) {
            tally.adjust("patient/birth_date_incomplete");
        } else if (day.isBefore(EARLIEST_BIRTH) || day.isAfter(today)) {
            throw refused("patient_birth_date", "The patient's birth date is before 1850 or in the future.");
        }
        return day;
    }

    private LocalDate death(Patient patient, LocalDate birth) {
        if (patient.getDeceased() instanceof BooleanType deceased && deceased.booleanValue()) {
            tally.adjust("patient/death_without_date");
            return null;
        }
        if (!(patient.getDeceased() instanceof DateTimeType deceased)) {
            return null;
        }
        LocalDate day = Dates.day(deceased).orElse(null);
        if (day == null) {
            tally.adjust("patient/death_without_date");
        } else if (day.isAfter(today) || (birth != null && day.isBefore(birth))) {
            throw refused("patient_death_date", "The patient's death is dated before birth or in the future.");
        }
        return day;
    }

    private static Sex sex(AdministrativeGender gender) {
        if (gender == null) {
            return Sex.UNKNOWN;
        }
        return switch (gender) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }

    private static String country(Patient patient) {
        return patient.hasAddress() ? patient.getAddressFirstRep().getCountry() : null;
    }

    private Address address(Patient patient) {
        if (!patient.hasAddress()) {
            return null;
        }
        org.hl7.fhir.r4.model.Address first = patient.getAddressFirstRep();
        String line = first.getLine().stream().map(StringType::getValue).collect(Collectors.joining(", "));
        return new Address(
                part(line, RecordLimits.ADDRESS_LINE),
                part(first.getCity(), RecordLimits.NAME),
                part(first.getState(), RecordLimits.NAME),
                part(first.getPostalCode(), RecordLimits.POSTAL_CODE),
                part(first.getCountry(), RecordLimits.NAME));
    }

    private String part(String text, int most) {
        String line = Words.line(text);
        if (line != null && line.length() > most) {
            tally.adjust("patient/address_part_too_long");
            return null;
        }
        return line;
    }

    private List<Identifier> identifiers(Patient patient) {
        List<Identifier> taken = new ArrayList<>();
        for (org.hl7.fhir.r4.model.Identifier identifier : patient.getIdentifier()) {
            String value = Words.line(identifier.getValue());
            String system = Words.line(identifier.getSystem());
            if (isCivil(identifier)
                    || !Words.fits(system, 200)
                    || !Words.fits(value, 100)
                    || taken.size() == MOST_IDENTIFIERS) {
                tally.adjust("patient/identifier_left_out");
            } else {
                Identifier ours = new Identifier(system, value);
                if (!taken.contains(ours)) {
                    taken.add(ours);
                }
            }
        }
        return List.copyOf(taken);
    }

    private static boolean isCivil(org.hl7.fhir.r4.model.Identifier identifier) {
        return SOCIAL_SECURITY.equals(identifier.getSystem())
                || Codes.in(Codes.IDENTIFIER_TYPE, identifier.getType())
                        .filter(CIVIL::contains)
                        .isPresent();
    }

    private static String language(Patient patient) {
        return patient.getCommunication().stream()
                        .flatMap(communication -> communication.getLanguage().getCoding().stream())
                        .map(coding -> coding.getCode() == null ? "" : coding.getCode())
                        .findFirst()
                        .filter(code -> code.equals("de") || code.startsWith("de-"))
                        .isPresent()
                ? "de"
                : "en";
    }

    private static Refusal refused(String code, String message) {
        return Refusal.invalid("content", code, message);
    }
}

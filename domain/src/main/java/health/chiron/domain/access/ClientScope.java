package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program may be allowed at the most, written as SMART on FHIR 2.2 does for backend services: {@code system/Patient.rs} is
 * two of these. A scope opens nothing by itself: it can only take away from what the policy lets the program do. Which acts each
 * covers stands in the policy's own table.
 *
 * <p>The letters are c (create), r (read), u (update), d (delete) and s (search), in this order. There are only those that the
 * house has an act for; a resource or letter that is not here is refused, not passed over.
 */
public enum ClientScope {
    /** Who a patient is, and the first page of the chart. */
    PATIENT_READ("Patient", 'r'),
    /** Corrections of address, contacts and identifiers. */
    PATIENT_UPDATE("Patient", 'u'),
    /** The list of the patients that the program reaches. */
    PATIENT_SEARCH("Patient", 's'),
    /** Visit records. */
    ENCOUNTER_READ("Encounter", 'r'),
    /** The problem list. */
    CONDITION_READ("Condition", 'r'),
    /** Prescriptions. */
    MEDICATION_REQUEST_READ("MedicationRequest", 'r'),
    /** Medication taken at home. */
    MEDICATION_STATEMENT_READ("MedicationStatement", 'r'),
    /** Laboratory results and vital signs. */
    OBSERVATION_READ("Observation", 'r'),
    /** Allergies. */
    ALLERGY_READ("AllergyIntolerance", 'r'),
    /** Vaccinations. */
    IMMUNIZATION_READ("Immunization", 'r'),
    /** Illnesses in the family. */
    FAMILY_HISTORY_READ("FamilyMemberHistory", 'r'),
    /** Clinical documents. */
    DOCUMENT_READ("DocumentReference", 'r'),
    /** The own clinic, and the list of clinics. */
    ORGANIZATION_READ("Organization", 'r'),
    /** Doctors and directories. */
    PRACTITIONER_READ("Practitioner", 'r'),
    /** Bringing records in from outside. */
    BUNDLE_CREATE("Bundle", 'c');

    /** The longest list of scopes that is read at all: longer ones cost time and say nothing more. */
    public static final int LONGEST = 1000;

    /** What an integrator's account with a password may: bring records in, as before there were registered programs. */
    public static final Set<ClientScope> OF_IMPORTERS =
            Set.copyOf(EnumSet.of(BUNDLE_CREATE, ORGANIZATION_READ, PRACTITIONER_READ));

    private static final String LETTERS = "cruds";
    private static final Pattern FORM = Pattern.compile("system/([A-Za-z]{1,40})\\.(c?r?u?d?s?)");

    private final String resource;
    private final char letter;

    ClientScope(String resource, char letter) {
        this.resource = resource;
        this.letter = letter;
    }

    /** The name alone, such as {@code system/Patient.r}. */
    public String written() {
        return "system/" + resource + "." + letter;
    }

    /**
     * Reads a list with blanks between.
     *
     * @return nothing when it is empty, too long, or names anything that there is not
     */
    public static Optional<Set<ClientScope>> read(String list) {
        if (list == null || list.isBlank() || list.length() > LONGEST) {
            return Optional.empty();
        }
        Set<ClientScope> scopes = EnumSet.noneOf(ClientScope.class);
        for (String one : list.strip().split(" +", -1)) {
            var parts = FORM.matcher(one);
            if (!parts.matches() || parts.group(2).isEmpty()) {
                return Optional.empty();
            }
            for (char letter : parts.group(2).toCharArray()) {
                Optional<ClientScope> known = of(parts.group(1), letter);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                scopes.add(known.get());
            }
        }
        return Optional.of(scopes);
    }

    /**
     * The scopes of a field.
     *
     * @throws Refusal naming the field when there is one among them that the house does not know, or none
     */
    public static Set<ClientScope> required(String field, String list) {
        return read(list)
                .orElseThrow(() -> Refusal.invalid(
                        field,
                        "unknown",
                        "Name one scope or several of the list in the documentation, with blanks between."));
    }

    private static Optional<ClientScope> of(String resource, char letter) {
        return Arrays.stream(values())
                .filter(scope -> scope.resource.equals(resource) && scope.letter == letter)
                .findFirst();
    }

    /** The one way to write a set: by resource, each with its letters; empty for none. */
    public static String written(Set<ClientScope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(scope -> scope.resource)
                .distinct()
                .map(resource -> "system/" + resource + "." + letters(resource, scopes))
                .collect(Collectors.joining(" "));
    }

    private static String letters(String resource, Set<ClientScope> scopes) {
        return LETTERS.chars()
                .filter(letter -> scopes.stream().anyMatch(s -> s.resource.equals(resource) && s.letter == letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The scopes of the stored form, which is {@link #written(Set)}; none for null. What is not known any more opens nothing. */
    public static Set<ClientScope> stored(String list) {
        return read(list).orElseGet(() -> EnumSet.noneOf(ClientScope.class));
    }
}

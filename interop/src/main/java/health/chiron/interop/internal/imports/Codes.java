package health.chiron.interop.internal.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Code systems by name, and how a coded concept is read. */
final class Codes {
    static final String SNOMED = "http://snomed.info/sct";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ACT_PRIORITY = "http://terminology.hl7.org/CodeSystem/v3-ActPriority";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    static final Set<String> ICD_10 = Set.of(
            "http://hl7.org/fhir/sid/icd-10",
            "http://hl7.org/fhir/sid/icd-10-cm",
            "http://fhir.de/CodeSystem/bfarm/icd-10-gm");

    private Codes() {}

    /** The concept's code in a system. */
    static Optional<String> in(String system, CodeableConcept concept) {
        return coding(Set.of(system), concept).map(Coding::getCode);
    }

    /** The concept's first coding in one of these systems. */
    static Optional<Coding> coding(Set<String> systems, CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode() && systems.contains(coding.getSystem()))
                .findFirst();
    }

    /** Whether any of the concepts carries one of these SNOMED CT codes. */
    static boolean anySnomed(List<CodeableConcept> concepts, Set<String> codes) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding ->
                        SNOMED.equals(coding.getSystem()) && coding.hasCode() && codes.contains(coding.getCode()));
    }

    /** The concept in words: its text, else the first display; without blanks around it. */
    static Optional<String> words(CodeableConcept concept) {
        if (concept.hasText() && !concept.getText().isBlank()) {
            return Optional.of(concept.getText().strip());
        }
        return concept.getCoding().stream()
                .map(Coding::getDisplay)
                .filter(display -> display != null && !display.isBlank())
                .map(String::strip)
                .findFirst();
    }
}

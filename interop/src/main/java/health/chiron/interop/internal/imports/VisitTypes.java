package health.chiron.interop.internal.imports;

import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;

/**
 * Which of the six visit types an encounter is. The class decides emergencies; otherwise the SNOMED CT codes of the type do, as
 * Synthea 3.3.0 and many clinics use them; everything else is {@link VisitType#OTHER}.
 */
final class VisitTypes {
    /** Admissions to surgical departments, and operations. */
    private static final Set<String> SURGERY = Set.of("305408004", "305411003", "305432006", "387713003", "183495009");

    /** Administration of a vaccine. */
    private static final Set<String> VACCINATION = Set.of("33879002", "127785005");

    /** Follow-up and postoperative visits. */
    private static final Set<String> FOLLOW_UP =
            Set.of("390906007", "439740005", "394701000", "185389009", "183646003", "170838006");

    /** General examinations, well-child, screening, and the checks around a birth. */
    private static final Set<String> CHECKUP =
            Set.of("162673000", "410620009", "86013001", "410410006", "424619006", "424441002", "169762003");

    /** "Encounter for check up": with a known problem as its reason it looks at that problem again. */
    private static final Set<String> CHECK_OF_SOMETHING = Set.of("185349003");

    private static final Set<String> EMERGENCY =
            Set.of("50849002", "4525004", "182813001", "183452005", "183460006", "183478001");

    /** "Urgent care clinic". */
    private static final Set<String> URGENT = Set.of("702927004");

    private VisitTypes() {}

    static VisitType type(Encounter encounter) {
        if (isEmergency(encounter)) {
            return VisitType.EMERGENCY;
        }
        if (has(encounter, SURGERY)) {
            return VisitType.SURGERY;
        }
        if (has(encounter, VACCINATION)) {
            return VisitType.VACCINATION;
        }
        if (has(encounter, FOLLOW_UP) || (has(encounter, CHECK_OF_SOMETHING) && encounter.hasReasonCode())) {
            return VisitType.FOLLOW_UP;
        }
        if (has(encounter, CHECKUP) || has(encounter, CHECK_OF_SOMETHING)) {
            return VisitType.ROUTINE_CHECKUP;
        }
        return VisitType.OTHER;
    }

    static VisitPriority priority(Encounter encounter) {
        String stated = Codes.in(Codes.ACT_PRIORITY, encounter.getPriority()).orElse("");
        if (isEmergency(encounter) || stated.equals("EM")) {
            return VisitPriority.EMERGENCY;
        }
        if (has(encounter, URGENT) || stated.equals("UR")) {
            return VisitPriority.URGENT;
        }
        return VisitPriority.ROUTINE;
    }

    private static boolean isEmergency(Encounter encounter) {
        return (Codes.ACT_CODE.equals(encounter.getClass_().getSystem())
                        && "EMER".equals(encounter.getClass_().getCode()))
                || has(encounter, EMERGENCY);
    }

    private static boolean has(Encounter encounter, Set<String> codes) {
        return Codes.anySnomed(encounter.getType(), codes);
    }
}

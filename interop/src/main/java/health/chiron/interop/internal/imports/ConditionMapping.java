package health.chiron.interop.internal.imports;

import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.Severity;
import health.chiron.records.api.IncomingChart.IncomingCondition;
import health.chiron.records.api.RecordLimits;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** A FHIR Condition as an entry of the problem list. */
final class ConditionMapping {
    private static final Set<String> NOT_SO = Set.of("entered-in-error", "refuted");
    private static final Pattern SNOMED_ID = Pattern.compile(RecordLimits.SNOMED_CODE);
    private static final int DIAGNOSIS = 500;
    private static final int DESCRIPTION = 300;
    private static final int ICD_10_CODE = 10;

    private final Tally tally;

    ConditionMapping(Tally tally) {
        this.tally = tally;
    }

    /** The condition, or nothing when it cannot be taken; then the reason is counted. */
    Optional<IncomingCondition> condition(Condition condition) {
        if (Codes.in(Codes.VERIFICATION, condition.getVerificationStatus())
                .filter(NOT_SO::contains)
                .isPresent()) {
            return refuse("condition/not_so");
        }
        Optional<String> id = ResourceIds.of(condition, condition.getIdentifier());
        if (id.isEmpty()) {
            return refuse("condition/no_id");
        }
        Optional<String> diagnosis = Codes.words(condition.getCode()).map(Words::line);
        if (diagnosis.isEmpty()) {
            return refuse("condition/no_text");
        }
        LocalDate onset = day(condition.getOnset());
        LocalDate abated = day(condition.getAbatement());
        if (onset != null && abated != null && abated.isBefore(onset)) {
            return refuse("condition/ends_before_onset");
        }
        Optional<ConditionStatus> status = status(condition);
        if (status.isEmpty()) {
            return refuse("condition/status_unknown");
        }
        return Optional.of(new IncomingCondition(
                id.get(),
                shortened(diagnosis.get(), DIAGNOSIS, "condition/diagnosis_shortened"),
                status.get(),
                severity(condition),
                onset,
                end(status.get(), abated),
                icd10(condition),
                snomed(condition),
                description(condition)));
    }

    /** FHIR leaves the status out sometimes; then an end says that it is over (FHIR R4, Condition, con-4). */
    private Optional<ConditionStatus> status(Condition condition) {
        Optional<String> code = Codes.in(Codes.CLINICAL_STATUS, condition.getClinicalStatus());
        if (code.isEmpty()) {
            tally.adjust("condition/status_assumed");
            return Optional.of(condition.hasAbatement() ? ConditionStatus.RESOLVED : ConditionStatus.ACTIVE);
        }
        return switch (code.get()) {
            case "active" -> Optional.of(ConditionStatus.ACTIVE);
            case "recurrence" -> Optional.of(ConditionStatus.RECURRENCE);
            case "relapse" -> Optional.of(ConditionStatus.RELAPSE);
            case "inactive", "remission" -> Optional.of(ConditionStatus.INACTIVE);
            case "resolved" -> Optional.of(ConditionStatus.RESOLVED);
            default -> Optional.empty();
        };
    }

    /** Only what is resolved has an end. */
    private LocalDate end(ConditionStatus status, LocalDate abated) {
        if (abated != null && status != ConditionStatus.RESOLVED) {
            tally.adjust("condition/end_left_out");
            return null;
        }
        return abated;
    }

    private LocalDate day(Type when) {
        BaseDateTimeType date = null;
        if (when instanceof DateTimeType dateTime) {
            date = dateTime;
        } else if (when instanceof Period period) {
            date = period.getStartElement();
        }
        Optional<LocalDate> day = Dates.day(date);
        if (when != null && day.isEmpty()) {
            tally.adjust("condition/date_incomplete");
        }
        return day.orElse(null);
    }

    private static Severity severity(Condition condition) {
        return switch (Codes.in(Codes.SNOMED, condition.getSeverity()).orElse("")) {
            case "255604002" -> Severity.MILD;
            case "6736007" -> Severity.MODERATE;
            case "24484000" -> Severity.SEVERE;
            case "442452003" -> Severity.LIFE_THREATENING;
            default -> null;
        };
    }

    private String icd10(Condition condition) {
        Optional<String> code = Codes.coding(Codes.ICD_10, condition.getCode()).map(Coding::getCode);
        if (code.isPresent() && code.get().length() > ICD_10_CODE) {
            tally.adjust("condition/code_left_out");
            return null;
        }
        return code.orElse(null);
    }

    private String snomed(Condition condition) {
        Optional<String> code = Codes.in(Codes.SNOMED, condition.getCode());
        if (code.isPresent() && !SNOMED_ID.matcher(code.get()).matches()) {
            tally.adjust("condition/code_left_out");
            return null;
        }
        return code.orElse(null);
    }

    private String description(Condition condition) {
        String display = condition.getCode().getCoding().stream()
                .map(coding -> Words.line(coding.getDisplay()))
                .filter(line -> line != null)
                .findFirst()
                .orElse(null);
        return display == null ? null : shortened(display, DESCRIPTION, "condition/description_shortened");
    }

    private String shortened(String text, int most, String reason) {
        if (text.length() > most) {
            tally.adjust(reason);
        }
        return Words.shortened(text, most);
    }

    private Optional<IncomingCondition> refuse(String reason) {
        tally.refuse(reason);
        return Optional.empty();
    }
}

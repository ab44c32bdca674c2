package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The policy's answer to a question, with what was weighed for it.
 *
 * @param asOf when it was asked; the answer holds for that moment
 * @param permitted whether the person may
 * @param rule the rule that lets in; null when none does
 * @param reason why not; null when permitted
 * @param weighed everything that was looked at, the strongest relationship first
 */
public record Explanation(
        PatientId patientId,
        AccountId accountId,
        Action action,
        Category category,
        Instant asOf,
        boolean permitted,
        String rule,
        String reason,
        List<Weighed> weighed)
        implements AboutPatients {
    /** Copies the list. */
    public Explanation {
        weighed = List.copyOf(weighed);
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /**
     * One relationship, or one rule for it, and what became of it.
     *
     * @param relationship what joins the person to the patient, such as {@code GRANT}
     * @param clinicName the clinic through which it holds; null where there is none
     * @param purpose what it was given for
     * @param sections the parts of the chart that it opens; empty for all
     * @param endsAt when it ends by itself
     * @param rule the rule or the block; null when no rule opens this act by this relationship
     */
    public record Weighed(
            String relationship,
            ClinicId clinicId,
            String clinicName,
            GrantId grantId,
            String purpose,
            Set<Section> sections,
            Instant endsAt,
            String rule,
            Verdict verdict) {
        /** Copies the set. */
        public Weighed {
            sections = Set.copyOf(sections);
        }
    }

    /** What became of a rule. */
    public enum Verdict {
        /** It lets in. */
        LETS_IN,
        /** It would let in as well; a stronger relationship did. */
        NOT_NEEDED,
        /** It would let in, had the relationship not left out this part of the chart. */
        SECTION_CLOSED,
        /** It would let in, had the person the right that the clinic gives for it. */
        RIGHT_MISSING,
        /** It would let in, had the program a scope for it. */
        SCOPE_MISSING,
        /** The owner keeps the person or the clinic out. */
        DENIED,
        /** The relationship is there, and no rule opens this act by it. */
        NOT_INCLUDED
    }
}

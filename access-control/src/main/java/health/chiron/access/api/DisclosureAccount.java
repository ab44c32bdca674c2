package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An accounting of disclosures.
 *
 * @param patientId whose
 * @param patientName the name; null for auditors
 * @param from the start of the period; null when it has none
 * @param until the end of the period, excluded
 * @param madeAt when the account was made
 * @param disclosures oldest first
 */
public record DisclosureAccount(
        PatientId patientId,
        String patientName,
        Instant from,
        Instant until,
        Instant madeAt,
        List<Disclosure> disclosures)
        implements AboutPatients {
    /** Copies the list. */
    public DisclosureAccount {
        disclosures = List.copyOf(disclosures);
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "DisclosureAccount[" + disclosures.size() + " lines]";
    }

    /**
     * One disclosure.
     *
     * @param recipient the person's name
     * @param role what kind of work the person does; null for what is not known
     * @param clinicName in whose name
     * @param clinicAddress where that is, if known
     * @param action what was done
     * @param category to what
     * @param recordId the record concerned, where it was one
     * @param purpose what the access was given for
     * @param relationship by what right, such as {@code GRANT}
     * @param rule by which rule of the policy
     * @param grantId under which grant
     */
    public record Disclosure(
            Instant at,
            String recipient,
            AccountKind role,
            String clinicName,
            String clinicAddress,
            Action action,
            Category category,
            UUID recordId,
            String purpose,
            String relationship,
            String rule,
            GrantId grantId) {}
}

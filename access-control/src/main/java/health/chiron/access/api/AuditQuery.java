package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What is looked for in the access log, and in which order; every part may be left out. All parts that are there have to hold.
 *
 * @param patientId whose row it is
 * @param accountId who acted
 * @param clinicId in which clinic's name
 * @param grantId under which grant
 * @param outcome {@code PERMITTED}, {@code DENIED} or {@code FAILED}
 * @param relationship by what right, such as {@code OWNER} or {@code GRANT}
 * @param requestId the request's id, exactly
 * @param address the network address, exactly
 * @param from the earliest time, included
 * @param until the latest time, excluded
 * @param sort by what; null by time
 * @param ascending the other way round: by time, the oldest first
 */
public record AuditQuery(
        PatientId patientId,
        AccountId accountId,
        ClinicId clinicId,
        GrantId grantId,
        Action action,
        Category category,
        @Pattern(regexp = "PERMITTED|DENIED|FAILED") String outcome,
        @Size(max = 40) String relationship,
        Channel channel,
        @Size(max = 64) String requestId,
        @Size(max = 64) String address,
        Instant from,
        Instant until,
        Sort sort,
        boolean ascending) {
    /** The columns by which the log can be sorted. */
    public enum Sort {
        /** When it was. */
        TIME,
        /** The name of who acted. */
        PERSON,
        /** The clinic's name. */
        CLINIC,
        /** The patient's id. */
        PATIENT,
        /** What was done. */
        ACTION,
        /** To what. */
        CATEGORY,
        /** By what right. */
        RELATIONSHIP,
        /** How it ended. */
        OUTCOME,
        /** Through which face. */
        CHANNEL,
        /** From which network address. */
        ADDRESS
    }

    /** Everything, newest first. */
    public static final AuditQuery ALL =
            new AuditQuery(null, null, null, null, null, null, null, null, null, null, null, null, null, null, false);

    /** The same about one patient. */
    public AuditQuery about(PatientId patient) {
        return new AuditQuery(
                patient,
                accountId,
                clinicId,
                grantId,
                action,
                category,
                outcome,
                relationship,
                channel,
                requestId,
                address,
                from,
                until,
                sort,
                ascending);
    }

    /** The same in the name of one clinic. */
    public AuditQuery inTheNameOf(ClinicId clinic) {
        return new AuditQuery(
                patientId,
                accountId,
                clinic,
                grantId,
                action,
                category,
                outcome,
                relationship,
                channel,
                requestId,
                address,
                from,
                until,
                sort,
                ascending);
    }

    /** The same that ended so. */
    public AuditQuery that(String ended) {
        return new AuditQuery(
                patientId,
                accountId,
                clinicId,
                grantId,
                action,
                category,
                ended,
                relationship,
                channel,
                requestId,
                address,
                from,
                until,
                sort,
                ascending);
    }
}

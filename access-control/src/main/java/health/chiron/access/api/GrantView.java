package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Access that a clinic holds or held.
 *
 * @param doctorName null when every doctor of the clinic is meant
 * @param sections empty for the whole chart
 * @param endedAt when it was ended before its time; null otherwise
 * @param basis by what it was opened
 * @param requestedByName who asked for it; null when nobody had to
 * @param openedByName who opened it: entered the code, decided, witnessed, or was the doctor in the emergency
 * @param endReason why it ended before its time; null otherwise
 * @param endedByName who ended it
 * @param consentId the consent on which it stands
 * @param judgement what the review of an emergency found; null when there was none yet
 * @param judgementNote why
 */
public record GrantView(
        GrantId id,
        PatientId patientId,
        String patientName,
        ClinicId clinicId,
        String clinicName,
        AccountId doctorId,
        String doctorName,
        String purpose,
        Set<Section> sections,
        Instant grantedAt,
        Instant expiresAt,
        Instant endedAt,
        Status status,
        Basis basis,
        String requestedByName,
        String openedByName,
        EndReason endReason,
        String endedByName,
        ConsentId consentId,
        Judgement judgement,
        String judgementNote)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /** The states of the veterinary seed (pet_clinic_access.status). */
    @Schema(name = "GrantStatus")
    public enum Status {
        /** Opens the chart now. */
        ACTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Ended before its time. */
        REVOKED
    }

    /** By what it was opened. */
    @Schema(name = "GrantBasis")
    public enum Basis {
        /** The owner's code. */
        ONE_TIME_CODE,
        /** The owner said yes in the portal. */
        OWNER_DECISION,
        /** A consent signed at registration. */
        REGISTRATION_CONSENT,
        /** A doctor in an emergency. */
        EMERGENCY
    }

    /** Why it ended before its time. */
    @Schema(name = "GrantEndReason")
    public enum EndReason {
        /** The owner took it back. */
        REVOKED_BY_OWNER,
        /** The clinic gave it back. */
        RETURNED_BY_CLINIC,
        /** A newer grant took its place. */
        REPLACED,
        /** The owner withdrew the consent that it stood on. */
        CONSENT_WITHDRAWN,
        /** The patient has another owner now. */
        OWNER_CHANGED
    }

    /** What the review of an emergency found. */
    @Schema(name = "EmergencyJudgementOutcome")
    public enum Judgement {
        /** It was one. */
        JUSTIFIED,
        /** It was none. */
        NOT_JUSTIFIED
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for access and how far it has come. The code itself is known to the owner only.
 *
 * @param patientName the name as the clinic may see it while it waits
 * @param sections empty for the whole chart
 * @param expiresAt when the request can no longer be granted
 * @param sentTo the owner's contact, all but hidden: {@code a•••@example.org}; null when none is proven yet
 * @param delivery how the latest code fared; null before the first
 * @param codeExpiresAt when the latest code ends
 * @param codesLeft how many codes may still be sent
 * @param triesLeft how many more wrong codes are borne for this patient and clinic
 * @param grantId the grant that came out of it
 * @param origin who started it
 * @param requestedByName who asked, offered or referred
 * @param fromClinicName the clinic that referred; null when none did
 */
public record AccessRequestView(
        RequestId id,
        PatientId patientId,
        String patientName,
        ClinicId clinicId,
        String clinicName,
        AccountId doctorId,
        String doctorName,
        String purpose,
        Set<Section> sections,
        int grantHours,
        Status status,
        Instant createdAt,
        Instant expiresAt,
        String sentTo,
        Delivery delivery,
        Instant codeExpiresAt,
        int codesLeft,
        int triesLeft,
        GrantId grantId,
        Origin origin,
        String requestedByName,
        String fromClinicName)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /** How far a request has come. */
    @Schema(name = "AccessRequestStatus")
    public enum Status {
        /** Waits for the owner's code. */
        PENDING,
        /** The code was right. */
        GRANTED,
        /** Taken back. */
        CANCELLED,
        /** The owner said no. */
        REFUSED,
        /** Nobody answered in time. */
        EXPIRED
    }

    /** Who started it. */
    @Schema(name = "AccessRequestOrigin")
    public enum Origin {
        /** The clinic asks. */
        CLINIC,
        /** The owner hands a code to a clinic of their choice. */
        OWNER,
        /** A clinic that has access sends the patient on. */
        REFERRAL
    }

    /** How a message fared. */
    @Schema(name = "CodeDelivery")
    public enum Delivery {
        /** On its way. */
        PENDING,
        /** Handed over to the mail or SMS service. */
        SENT,
        /** Not accepted; send a new one. */
        FAILED
    }
}

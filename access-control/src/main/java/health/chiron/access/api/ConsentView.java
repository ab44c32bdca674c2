package health.chiron.access.api;

import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody signed.
 *
 * @param text the text as it was signed, whatever the clinic has published since
 * @param witnessedBy who saw it at the desk; null when the owner signed in the portal
 * @param expiresAt when it ends by itself; null when it does not
 * @param withdrawnAt since when it holds no longer; null while it does
 * @param grantId the access that it opened
 */
public record ConsentView(
        ConsentId id,
        PatientId patientId,
        ConsentTextView text,
        String signedName,
        Instant signedAt,
        String witnessedBy,
        Instant expiresAt,
        Instant withdrawnAt,
        GrantId grantId)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ConsentView[" + id + "]";
    }
}

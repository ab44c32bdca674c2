package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The digits of an owner's offer. They are shown here once and can't be read again; a new code can be made.
 *
 * @param request the offer as the clinic finds it in its list
 * @param code six digits
 * @param expiresAt until when they work
 */
public record OfferedCode(AccessRequestView request, String code, Instant expiresAt)
        implements AboutPatients, AboutRecord {
    @Override
    public Set<PatientId> patients() {
        return request.patients();
    }

    @Override
    public UUID recordId() {
        return request.recordId();
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "OfferedCode[...]";
    }
}

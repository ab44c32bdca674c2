package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A stored example: a question with its agreed answer.
 *
 * @param who the person's name, looked up when it is shown; null when the account is gone
 * @param permitted the agreed answer
 * @param holds whether the present policy gives it, for what joined the two when the example was kept
 * @param note why it matters
 * @param keptAt when it was kept
 * @param retiredAt when it was taken out of use; null while it is in use
 */
public record PolicyExample(
        PolicyExampleId id,
        PatientId patientId,
        AccountId accountId,
        String who,
        Action action,
        Category category,
        boolean permitted,
        boolean holds,
        String note,
        Instant keptAt,
        Instant retiredAt)
        implements AboutPatients, AboutRecord {
    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }
}

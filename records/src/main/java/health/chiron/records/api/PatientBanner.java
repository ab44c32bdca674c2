package health.chiron.records.api;

import health.chiron.domain.access.GrantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The head of every page about a patient: who it is, what to beware of, and by what right the actor looks.
 *
 * @param alerts names of severe and life-threatening conditions that are not over; empty for those who may not read the chart
 * @param relationship what lets the actor in
 * @param grantId the grant, when it is one
 * @param grantPurpose its purpose
 * @param grantEndsAt its end
 * @param sharedBy who shares the patient with the actor; null when it is no share
 * @param may what the actor may do here, such as {@code READ_VISITS}, {@code CREATE_VISITS}, {@code READ_CONDITIONS},
 *     {@code UPDATE_DEMOGRAPHICS}, {@code READ_AUDIT}, {@code REVOKE_ACCESS}, {@code REQUEST_ACCESS}: pages show or hide with it, doors decide again
 */
public record PatientBanner(
        PatientIdentity identity,
        List<String> alerts,
        String relationship,
        GrantId grantId,
        String grantPurpose,
        Instant grantEndsAt,
        String sharedBy,
        Set<String> may) {
    /** Copies the collections. */
    public PatientBanner {
        alerts = List.copyOf(alerts);
        may = Set.copyOf(may);
    }
}

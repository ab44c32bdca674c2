package health.chiron.rest.sharing;

import health.chiron.access.api.Limits;
import health.chiron.access.api.OfferShare;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Offers one person a share of several patients, each by an invitation of its own.
 *
 * @param patientIds the patients, at most 50
 * @param offer what is offered of each
 */
public record OfferShares(
        @NotNull @Size(min = 1, max = Limits.SHARED_AT_ONCE_MOST)
        List<PatientId> patientIds,

        @NotNull OfferShare offer) {
    /** @throws Refusal naming the field when it is missing or too long */
    public OfferShares {
        Needed.value("patientIds", patientIds);
        Needed.value("offer", offer);
        if (patientIds.isEmpty() || patientIds.size() > Limits.SHARED_AT_ONCE_MOST) {
            throw Refusal.invalid("patientIds", "length", "Name 1 to " + Limits.SHARED_AT_ONCE_MOST + " patients.");
        }
        if (patientIds.contains(null)) {
            throw Refusal.invalid("patientIds", "required", "This field is required.");
        }
        patientIds = List.copyOf(patientIds);
    }
}

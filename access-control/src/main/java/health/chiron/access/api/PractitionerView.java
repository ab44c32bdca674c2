package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.PractitionerId;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * An entry of the directory of practitioners. Imported ones may leave specialty and practice open.
 *
 * @param practice where the practitioner works; for a doctor who works here, the clinics' names
 * @param rating 0.0 to 5.0
 * @param doctorId the account of a doctor who works here and keeps the own profile; null for others
 * @param imported whether it came with an import
 * @param active whether it is offered for choice
 * @param version for the next change
 */
public record PractitionerView(
        PractitionerId id,
        String name,
        String specialty,
        String practice,
        String phoneNumber,
        String website,
        BigDecimal rating,
        AccountId doctorId,
        boolean imported,
        boolean active,
        long version)
        implements AboutRecord {
    @Override
    public UUID recordId() {
        return id.value();
    }
}

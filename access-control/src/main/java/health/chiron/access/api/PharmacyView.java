package health.chiron.access.api;

import health.chiron.domain.access.PharmacyId;
import java.time.Instant;
import java.util.UUID;

/**
 * A pharmacy.
 *
 * @param active whether it is offered for choice
 * @param version for the next change
 */
public record PharmacyView(
        PharmacyId id,
        String name,
        String brand,
        String streetAddress,
        String city,
        String state,
        String zipCode,
        String country,
        String storeNumber,
        String phoneNumber,
        String faxNumber,
        String email,
        String website,
        String hours,
        boolean driveThrough,
        boolean twentyFourHour,
        String specialtyServices,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements AboutRecord {
    @Override
    public UUID recordId() {
        return id.value();
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import java.util.List;

/**
 * What everybody who is signed in may know of a clinic, so that an owner can choose one.
 *
 * @param openingHours in the clinic's zone
 * @param doctors those who may be chosen now; empty in lists
 */
public record ClinicCard(
        ClinicId id,
        String clinicName,
        String address,
        String phone,
        String email,
        String timeZone,
        String operatingHours,
        List<OpeningInterval> openingHours,
        List<String> servicesOffered,
        boolean verified,
        List<ListedDoctor> doctors) {
    /** Copies the lists. */
    public ClinicCard {
        openingHours = List.copyOf(openingHours);
        servicesOffered = List.copyOf(servicesOffered);
        doctors = List.copyOf(doctors);
    }

    /** A doctor of a clinic. */
    public record ListedDoctor(AccountId id, String fullName, String specialization, boolean verified) {}
}

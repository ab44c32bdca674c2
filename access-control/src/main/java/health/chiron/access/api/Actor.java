package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import java.util.Set;

/**
 * Who acts in this call, as the database knows them now.
 *
 * @param account the account
 * @param kind what kind of work it does
 * @param fullName the name shown to others
 * @param clinics the active clinics where it has an active association
 */
public record Actor(AccountId account, AccountKind kind, String fullName, Set<ClinicId> clinics) {
    /** Copies the set. */
    public Actor {
        clinics = Set.copyOf(clinics);
    }

    /** Whether the account works at the clinic now. */
    public boolean worksAt(ClinicId clinic) {
        return clinic != null && clinics.contains(clinic);
    }
}

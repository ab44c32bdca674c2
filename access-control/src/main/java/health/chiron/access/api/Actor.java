package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts in this call, as the database knows them now.
 *
 * @param account the account
 * @param kind what kind of work it does
 * @param fullName the name shown to others
 * @param rights the active clinics where it has an active association, and what each of them lets it do in its name
 */
public record Actor(AccountId account, AccountKind kind, String fullName, Map<ClinicId, Set<ClinicRight>> rights) {
    /** Copies map and sets. */
    public Actor {
        rights = rights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** The active clinics where it has an active association. */
    public Set<ClinicId> clinics() {
        return rights.keySet();
    }

    /** Whether the account works at the clinic now. */
    public boolean worksAt(ClinicId clinic) {
        return clinic != null && rights.containsKey(clinic);
    }

    /** Whether the account works at the clinic now and holds this right there. */
    public boolean has(ClinicId clinic, ClinicRight right) {
        return worksAt(clinic) && rights.get(clinic).contains(right);
    }
}

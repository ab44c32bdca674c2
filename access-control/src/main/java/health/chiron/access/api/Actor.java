package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
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
 * @param scopes what an integrator may be let in to at the most; of no meaning for anybody else
 */
public record Actor(
        AccountId account,
        AccountKind kind,
        String fullName,
        Map<ClinicId, Set<ClinicRight>> rights,
        Set<ClientScope> scopes) {
    /** Copies map and sets. */
    public Actor {
        scopes = Set.copyOf(scopes);
        rights = rights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Somebody who comes without scopes: a person, or an integrator's account that only brings records in. */
    public Actor(AccountId account, AccountKind kind, String fullName, Map<ClinicId, Set<ClinicRight>> rights) {
        this(account, kind, fullName, rights, ClientScope.OF_IMPORTERS);
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

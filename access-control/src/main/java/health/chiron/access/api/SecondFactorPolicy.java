package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * For which kinds of account a second factor is required.
 *
 * @param kinds the kinds; none when nobody has to have one
 */
public record SecondFactorPolicy(@NotNull Set<AccountKind> kinds) {
    /** Copies the set. */
    public SecondFactorPolicy {
        kinds = kinds == null ? null : Set.copyOf(kinds);
    }
}

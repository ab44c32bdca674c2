package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;

/** Somebody whose acts can be looked for in the log. */
public record LoggedPerson(AccountId id, String fullName, String username, AccountKind kind) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "LoggedPerson[" + id + "]";
    }
}

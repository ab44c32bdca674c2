package health.chiron.rest.clinics;

import health.chiron.access.api.AccountSession;
import java.util.List;

/**
 * The open sessions of somebody's account.
 *
 * @param sessions all of them, the latest used first
 */
public record AccountSessionList(List<AccountSession> sessions) {
    /** Copies the list. */
    public AccountSessionList {
        sessions = List.copyOf(sessions);
    }
}

package health.chiron.rest.auth;

import health.chiron.access.api.SessionView;
import java.util.List;

/**
 * The open sessions of the account.
 *
 * @param sessions all of them
 */
public record SessionList(List<SessionView> sessions) {
    /** Copies the list. */
    public SessionList {
        sessions = List.copyOf(sessions);
    }
}

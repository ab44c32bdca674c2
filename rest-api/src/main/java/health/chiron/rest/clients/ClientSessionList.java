package health.chiron.rest.clients;

import health.chiron.access.api.ClientSessionView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the list of a program's open sessions.
 *
 * @param sessions the sessions of this part, the latest used first
 * @param total how many there are in all
 * @param offset how many come before this part
 * @param limit how many were asked for
 */
public record ClientSessionList(List<ClientSessionView> sessions, long total, int offset, int limit) {
    /** Copies the list. */
    public ClientSessionList {
        sessions = List.copyOf(sessions);
    }

    /** The part as the wire has it. */
    public static ClientSessionList of(Page<ClientSessionView> page) {
        return new ClientSessionList(page.items(), page.total(), page.offset(), page.limit());
    }
}

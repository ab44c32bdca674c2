package health.chiron.rest.clients;

import health.chiron.access.api.ApiClientView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of programs.
 *
 * @param clients the programs of this part
 * @param total how many there are in all
 * @param offset how many come before this part
 * @param limit how many were asked for
 */
public record ClientList(List<ApiClientView> clients, long total, int offset, int limit) {
    /** Copies the list. */
    public ClientList {
        clients = List.copyOf(clients);
    }

    /** The part as the wire has it. */
    public static ClientList of(Page<ApiClientView> page) {
        return new ClientList(page.items(), page.total(), page.offset(), page.limit());
    }
}

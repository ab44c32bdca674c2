package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of invitations.
 *
 * @param invitations the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record InvitationList(List<InvitationView> invitations, long total, int offset, int limit) {
    /** Copies the list. */
    public InvitationList {
        invitations = List.copyOf(invitations);
    }

    /** The part as the wire has it. */
    public static InvitationList of(Page<InvitationView> page) {
        return new InvitationList(page.items(), page.total(), page.offset(), page.limit());
    }
}

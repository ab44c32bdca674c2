package health.chiron.rest.clinics;

import health.chiron.access.api.ClinicInvitationView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of invitations to work at a clinic.
 *
 * @param invitations the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ClinicInvitationList(List<ClinicInvitationView> invitations, long total, int offset, int limit) {
    /** Copies the list. */
    public ClinicInvitationList {
        invitations = List.copyOf(invitations);
    }

    /** The part as the wire has it. */
    public static ClinicInvitationList of(Page<ClinicInvitationView> page) {
        return new ClinicInvitationList(page.items(), page.total(), page.offset(), page.limit());
    }

    /** All of them. */
    public static ClinicInvitationList of(List<ClinicInvitationView> all) {
        return new ClinicInvitationList(all, all.size(), 0, 50);
    }
}

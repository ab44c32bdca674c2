package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationQuery;
import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;
import jakarta.ws.rs.QueryParam;

/** Narrows a list of invitations. */
public class InvitationFilter {
    @QueryParam("status")
    private InvitationStatus status;

    @QueryParam("invitation_type")
    private InvitationType invitationType;

    /** As the doors take it. */
    public InvitationQuery toQuery() {
        return new InvitationQuery(status, invitationType);
    }
}

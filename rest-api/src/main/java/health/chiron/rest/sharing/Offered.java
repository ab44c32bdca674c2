package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationView;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to an offer: where the invitation stands. */
public final class Offered {
    private Offered() {}

    /** 201 with the invitation. */
    public static Response answer(InvitationView invitation) {
        return Response.created(URI.create("invitations/" + invitation.id()))
                .entity(invitation)
                .build();
    }
}

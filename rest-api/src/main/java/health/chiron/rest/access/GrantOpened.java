package health.chiron.rest.access;

import health.chiron.access.api.GrantView;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to a right code: a grant was made, and the list of the patient's grants is where it stands. */
final class GrantOpened {
    private GrantOpened() {}

    static Response answer(GrantView grant) {
        return Response.created(URI.create("patients/" + grant.patientId() + "/access#" + grant.id()))
                .entity(grant)
                .build();
    }
}

package health.chiron.portal.clinic;

import health.chiron.access.api.People;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Invitations to the reader to work at one more clinic. In view scope, because rows carry buttons. */
@Named("invited")
@ViewScoped
public class OwnInvitations implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private People door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private List<InvitationRow> rows = List.of();

    /** Loads those that wait. */
    public void load() {
        rows = door.toMe().stream().map(InvitationRow::of).toList();
    }

    /** Says yes. */
    public String accept(UUID invitation) {
        return attempt.to(() -> {
            door.accept(new ClinicInvitationId(invitation));
            notices.carry("ok", "invited.accepted");
            return "/invited?faces-redirect=true";
        });
    }

    /** Says no. */
    public String decline(UUID invitation) {
        return attempt.to(() -> {
            door.decline(new ClinicInvitationId(invitation));
            notices.carry("ok", "invited.declined");
            return "/invited?faces-redirect=true";
        });
    }

    /** Those that wait. */
    public List<InvitationRow> getRows() {
        return rows;
    }
}

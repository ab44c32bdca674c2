package health.chiron.portal.account;

import health.chiron.access.api.OwnAccount;
import health.chiron.domain.access.SessionId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.SessionRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where the own account is signed in, and ending it there. In view scope, because a row's button needs its row at the post. */
@Named("sessionsPage")
@ViewScoped
public class SessionsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private OwnAccount door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private final ArrayList<SessionRow> rows = new ArrayList<>();

    /** Loads them. */
    public void load() {
        rows.clear();
        door.sessions().forEach(view -> rows.add(SessionRow.of(view)));
    }

    /** Ends one. */
    public String end(UUID session) {
        return attempt.to(() -> {
            door.endSession(new SessionId(session));
            notices.carry("ok", "sessions.ended");
            return "/sessions?faces-redirect=true";
        });
    }

    /** Ends all but this one. */
    public String endOthers() {
        return attempt.to(() -> {
            door.endOtherSessions();
            notices.carry("ok", "sessions.othersEnded");
            return "/sessions?faces-redirect=true";
        });
    }

    /** The open sessions. */
    public List<SessionRow> getRows() {
        return rows;
    }

    /** Whether there is any but this one. */
    public boolean isOthers() {
        return rows.size() > 1;
    }
}

package health.chiron.portal.account;

import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.SessionView;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
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

    private final ArrayList<Row> rows = new ArrayList<>();

    /**
     * A session as the page shows it.
     *
     * @param id the session
     */
    public record Row(
            UUID id,
            Channel channel,
            Instant startedAt,
            Instant lastUsedAt,
            Instant expiresAt,
            String address,
            boolean current)
            implements Serializable {
        private static Row of(SessionView view) {
            return new Row(
                    view.id().value(),
                    view.channel(),
                    view.startedAt(),
                    view.lastUsedAt(),
                    view.expiresAt(),
                    view.address(),
                    view.current());
        }
    }

    /** Loads them. */
    public void load() {
        rows.clear();
        door.sessions().forEach(view -> rows.add(Row.of(view)));
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
    public List<Row> getRows() {
        return rows;
    }

    /** Whether there is any but this one. */
    public boolean isOthers() {
        return rows.size() > 1;
    }
}

package health.chiron.portal.clinic;

import health.chiron.access.api.ManagedAccounts;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.SessionRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where somebody's account is signed in, for who may change it. In view scope, because a row's button needs its row at the post. */
@Named("personSessions")
@ViewScoped
public class PersonSessions implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ManagedAccounts door;

    @Inject
    private Attempt attempt;

    private String id;
    private final ArrayList<SessionRow> rows = new ArrayList<>();

    /** Loads them. */
    public void load() {
        rows.clear();
        door.sessions(account()).forEach(session -> rows.add(SessionRow.of(session)));
    }

    /** Ends one. */
    public String end(UUID session) {
        return attempt.to(() -> {
            door.endSession(account(), new SessionId(session));
            attempt.tell("ok", "sessions.ended");
            return "/person-sessions?faces-redirect=true&id=" + account();
        });
    }

    private AccountId account() {
        return Addressed.id(id, AccountId::of);
    }

    /** The open sessions. */
    public List<SessionRow> getRows() {
        return rows;
    }

    /** The account in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }
}

package health.chiron.portal.programs;

import health.chiron.access.api.ApiClients;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.SessionId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Paging;
import health.chiron.portal.page.SessionRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Which tokens of a program are out, for its keepers. In view scope, because a row's button needs its row at the post. */
@Named("programSessions")
@ViewScoped
public class ProgramSessions implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApiClients door;

    @Inject
    private Attempt attempt;

    private String id;
    private Integer number;
    private List<SessionRow> rows = List.of();
    private Paging paging;

    /** Loads one page of them. */
    public void load() {
        var page =
                door.sessions(program(), Paging.request(number, Paging.USUAL)).map(SessionRow::of);
        rows = page.items();
        paging = Paging.of(page);
    }

    /** Ends one. */
    public String end(UUID session) {
        return attempt.to(() -> {
            door.endSession(program(), new SessionId(session));
            attempt.tell("ok", "sessions.ended");
            return "/program-sessions?faces-redirect=true&id=" + program();
        });
    }

    /** Ends all. */
    public String endAll() {
        return attempt.to(() -> {
            door.endSessions(program());
            attempt.tell("ok", "program.sessionsEnded");
            return "/program-sessions?faces-redirect=true&id=" + program();
        });
    }

    private ApiClientId program() {
        return Addressed.id(id, ApiClientId::of);
    }

    /** The open sessions of the page. */
    public List<SessionRow> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** The program in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}

package health.chiron.portal.clinic;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditTrail;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was done in a clinic's name, for its administrator. */
@Named("activity")
@RequestScoped
public class ClinicActivity {
    private AuditTrail door;
    private CurrentUser me;
    private Integer number;
    private List<AccessEntry> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected ClinicActivity() {}

    /**
     * @param door the log
     * @param me whose clinic
     */
    @Inject
    public ClinicActivity(AuditTrail door, CurrentUser me) {
        this.door = door;
        this.me = me;
    }

    /** Loads the page. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        var page = door.ofClinic(me.getClinic(), Paging.request(number, Paging.USUAL));
        rows = page.items();
        paging = Paging.of(page);
    }

    /** The page's entries. */
    public List<AccessEntry> getRows() {
        return rows;
    }

    /** Where in the log. */
    public Paging getPaging() {
        return paging;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}

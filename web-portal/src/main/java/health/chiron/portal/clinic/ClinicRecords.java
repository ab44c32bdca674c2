package health.chiron.portal.clinic;

import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.VisitQuery;
import health.chiron.records.api.Visits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The records created at a clinic, for its administrator; they stay readable there when access has ended. */
@Named("clinicRecords")
@RequestScoped
public class ClinicRecords {
    private Visits door;
    private CurrentUser me;
    private Integer number;
    private List<VisitPage.Entry> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected ClinicRecords() {}

    /**
     * @param door the visits
     * @param me whose clinic
     */
    @Inject
    public ClinicRecords(Visits door, CurrentUser me) {
        this.door = door;
        this.me = me;
    }

    /** Loads the page. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        var page = door.ofClinic(me.getClinic(), VisitQuery.ALL, Paging.request(number, Paging.USUAL))
                .page();
        rows = page.items();
        paging = Paging.of(page);
    }

    /** The page's records. */
    public List<VisitPage.Entry> getRows() {
        return rows;
    }

    /** Where in the list. */
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

package health.chiron.portal.chart;

import health.chiron.portal.page.Paging;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.VisitQuery;
import health.chiron.records.api.Visits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The visits of a patient, newest first, page by page. */
@Named("visitList")
@RequestScoped
public class VisitList {
    private Visits door;
    private PatientHead head;
    private Integer number;
    private List<VisitPage.Entry> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected VisitList() {}

    /**
     * @param door the visits
     * @param head the patient
     */
    @Inject
    public VisitList(Visits door, PatientHead head) {
        this.door = door;
        this.head = head;
    }

    /** Loads head and page. */
    public void load() {
        head.load();
        var page = door.ofPatient(head.id(), VisitQuery.ALL, Paging.request(number, Paging.USUAL))
                .page();
        rows = page.items();
        paging = Paging.of(page);
    }

    /** The page's entries. */
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

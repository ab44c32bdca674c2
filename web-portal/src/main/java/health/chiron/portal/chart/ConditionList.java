package health.chiron.portal.chart;

import health.chiron.portal.page.Paging;
import health.chiron.records.api.Chart;
import health.chiron.records.api.ConditionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The problem list of a patient, page by page. */
@Named("conditions")
@RequestScoped
public class ConditionList {
    private Chart door;
    private PatientHead head;
    private Integer number;
    private List<ConditionView> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected ConditionList() {}

    /**
     * @param door the chart
     * @param head the patient
     */
    @Inject
    public ConditionList(Chart door, PatientHead head) {
        this.door = door;
        this.head = head;
    }

    /** Loads head and page. */
    public void load() {
        head.load();
        var page = door.conditions(head.id(), Paging.request(number, Paging.USUAL));
        rows = page.items();
        paging = Paging.of(page);
    }

    /** The page's entries. */
    public List<ConditionView> getRows() {
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

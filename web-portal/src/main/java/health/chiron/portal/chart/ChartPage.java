package health.chiron.portal.chart;

import health.chiron.records.api.Chart;
import health.chiron.records.api.ChartSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The first page of a chart. Who may see the patient but not the chart gets the head alone. */
@Named("chart")
@RequestScoped
public class ChartPage {
    private Chart door;
    private PatientHead head;
    private ChartSummary summary;

    /** For the container. */
    protected ChartPage() {}

    /**
     * @param door the chart
     * @param head the patient
     */
    @Inject
    public ChartPage(Chart door, PatientHead head) {
        this.door = door;
        this.head = head;
    }

    /** Loads head and summary. */
    public void load() {
        head.load();
        if (head.may("READ_VISITS") || head.may("READ_CONDITIONS")) {
            summary = door.summary(head.id());
        }
    }

    /** The summary; null for those who may not read the chart. */
    public ChartSummary getSummary() {
        return summary;
    }

    /** Whether a part of the chart is left out by the grant. */
    public boolean closed(String section) {
        return summary == null || summary.sectionsClosed().contains(section);
    }
}

package health.chiron.portal.home;

import health.chiron.domain.shared.PageRequest;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.Visits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A doctor's first page: the patients open now, and the drafts to finish. */
@Named
@RequestScoped
public class Practice {
    private static final int SHOWN = 12;
    private Patients patients;
    private Visits visits;
    private PatientPage open;
    private List<VisitPage.Entry> drafts = List.of();

    /** For the container. */
    protected Practice() {}

    /**
     * @param patients those within reach
     * @param visits the drafts
     */
    @Inject
    public Practice(Patients patients, Visits visits) {
        this.patients = patients;
        this.visits = visits;
    }

    /** Loads the first of each. */
    public void load() {
        drafts = visits.myDrafts(PageRequest.first(SHOWN)).page().items();
        open = patients.list(new PatientQuery(null, null, null), PageRequest.first(SHOWN));
    }

    /** The patients open now. */
    public List<PatientPage.Entry> getPatients() {
        return open.page().items();
    }

    /** How many there are in all. */
    public long getTotal() {
        return open.page().total();
    }

    /** The drafts. */
    public List<VisitPage.Entry> getDrafts() {
        return drafts;
    }
}

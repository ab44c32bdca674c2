package health.chiron.portal.home;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.RequestQuery;
import health.chiron.domain.shared.PageRequest;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** An owner's first page: the patients, and who may look at each of them now. */
@Named
@RequestScoped
public class Mine {
    private static final int SHOWN = 12;
    private static final int GRANTS = 3;
    private Patients patients;
    private Grants grants;
    private AccessRequests requests;
    private List<Card> cards = List.of();
    private long total;

    /**
     * A patient and who may look now.
     *
     * @param open the first grants that hold
     * @param waiting how many requests wait for an answer
     */
    public record Card(PatientIdentity patient, List<GrantView> open, long waiting) {}

    /** For the container. */
    protected Mine() {}

    /**
     * @param patients the owner's patients
     * @param grants who may look
     * @param requests who asks
     */
    @Inject
    public Mine(Patients patients, Grants grants, AccessRequests requests) {
        this.patients = patients;
        this.grants = grants;
        this.requests = requests;
    }

    /** Loads the patients and their grants. */
    public void load() {
        PatientPage found = patients.list(new PatientQuery(null, null, null), PageRequest.first(SHOWN));
        total = found.page().total();
        cards = found.page().items().stream()
                .map(entry -> card(entry.identity()))
                .toList();
    }

    private Card card(PatientIdentity patient) {
        List<GrantView> open = grants.ofPatient(patient.id(), PageRequest.first(GRANTS)).items().stream()
                .filter(grant -> grant.status() == GrantView.Status.ACTIVE)
                .toList();
        long waiting = requests.ofPatient(patient.id(), RequestQuery.WAITING, PageRequest.first(1))
                .total();
        return new Card(patient, open, waiting);
    }

    /** The patients. */
    public List<Card> getCards() {
        return cards;
    }

    /** How many patients there are in all. */
    public long getTotal() {
        return total;
    }
}

package health.chiron.portal.home;

import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
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
    private List<Card> cards = List.of();
    private long total;

    /**
     * A patient and who may look now.
     *
     * @param open the first grants that hold
     */
    public record Card(PatientIdentity patient, List<GrantView> open) {}

    /** For the container. */
    protected Mine() {}

    /**
     * @param patients the owner's patients
     * @param grants who may look
     */
    @Inject
    public Mine(Patients patients, Grants grants) {
        this.patients = patients;
        this.grants = grants;
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
        return new Card(patient, open);
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

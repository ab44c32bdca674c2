package health.chiron.portal.home;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.InvitationQuery;
import health.chiron.access.api.Invitations;
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
    private Invitations invitations;
    private AccessRequests requests;
    private List<Card> cards = List.of();
    private long total;
    private long waiting;

    /**
     * A patient and who may look now.
     *
     * @param open the first grants that hold; none for somebody else's patient
     * @param waiting how many requests wait for an answer
     * @param relationship why the person reaches the patient
     * @param sharedBy who shares it; null for an own patient
     * @param self whether it is the person's own record
     */
    public record Card(
            PatientIdentity patient,
            List<GrantView> open,
            long waiting,
            String relationship,
            String sharedBy,
            boolean self) {
        /** Whether it is somebody else's patient. */
        public boolean shared() {
            return !"OWNER".equals(relationship);
        }
    }

    /** For the container. */
    protected Mine() {}

    /**
     * @param patients the owner's patients
     * @param grants who may look
     * @param invitations what others offer
     * @param requests who asks
     */
    @Inject
    public Mine(Patients patients, Grants grants, Invitations invitations, AccessRequests requests) {
        this.patients = patients;
        this.grants = grants;
        this.invitations = invitations;
        this.requests = requests;
    }

    /** Loads the patients and their grants. */
    public void load() {
        PatientPage found = patients.list(new PatientQuery(null, null, null), PageRequest.first(SHOWN));
        total = found.page().total();
        cards = found.page().items().stream().map(this::card).toList();
        waiting = invitations
                .received(InvitationQuery.WAITING, PageRequest.first(1))
                .page()
                .total();
    }

    private Card card(PatientPage.Entry entry) {
        PatientIdentity patient = entry.identity();
        if (!"OWNER".equals(entry.relationship())) {
            return new Card(patient, List.of(), 0, entry.relationship(), entry.sharedBy(), false);
        }
        List<GrantView> open =
                grants.ofPatient(patient.id(), GrantQuery.ALL, PageRequest.first(GRANTS)).items().stream()
                        .filter(grant -> grant.status() == GrantView.Status.ACTIVE)
                        .toList();
        long asked = requests.ofPatient(patient.id(), RequestQuery.WAITING, PageRequest.first(1))
                .total();
        return new Card(patient, open, asked, entry.relationship(), null, entry.isSelfRecord());
    }

    /** The patients. */
    public List<Card> getCards() {
        return cards;
    }

    /** How many offers wait for an answer. */
    public long getWaiting() {
        return waiting;
    }

    /** How many patients there are in all. */
    public long getTotal() {
        return total;
    }
}

package health.chiron.portal.owner;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.RequestQuery;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What waits for the owner's yes or no, and the offers that wait for a clinic. In view scope, because rows carry buttons. */
@Named("waiting")
@ViewScoped
public class WaitingRequests implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @Inject
    private AccessRequests door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID patient;
    private List<RequestRow> rows = List.of();

    /** Loads what waits. */
    public void load(PatientId of) {
        patient = of.value();
        rows = door.ofPatient(of, RequestQuery.WAITING, PageRequest.first(SHOWN)).items().stream()
                .map(RequestRow::of)
                .toList();
    }

    /** Opens what is asked for. */
    public String allow(UUID request) {
        return again(() -> door.allow(new RequestId(request)), "waiting.allowed");
    }

    /** Says no, or takes the own offer back. */
    public String refuse(UUID request) {
        return again(() -> door.refuse(new RequestId(request)), "waiting.refused");
    }

    private String again(Runnable act, String said) {
        return attempt.to(() -> {
            act.run();
            notices.carry("ok", said);
            return "/access?faces-redirect=true&patient=" + patient;
        });
    }

    /** What waits, newest first. */
    public List<RequestRow> getRows() {
        return rows;
    }
}

package health.chiron.portal.owner;

import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Who may look at a patient now, who could before, and the button that ends it. In view scope, because rows carry buttons. */
@Named
@ViewScoped
public class WhoHasAccess implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Grants door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID patient;
    private List<GrantRow> rows = List.of();
    private Paging paging;

    /** Loads a page of the grants to a patient. */
    public void load(PatientId of, Integer number) {
        patient = of.value();
        var page = door.ofPatient(of, GrantQuery.ALL, Paging.request(number, Paging.USUAL));
        rows = page.items().stream().map(GrantRow::of).toList();
        paging = Paging.of(page);
    }

    /** Ends a grant at once. */
    public String end(UUID grant) {
        return attempt.to(() -> {
            door.end(new GrantId(grant));
            notices.carry("ok", "access.ended");
            return "/access?faces-redirect=true&patient=" + patient;
        });
    }

    /** Those that open the chart now. */
    public List<GrantRow> getActive() {
        return rows.stream().filter(GrantRow::active).toList();
    }

    /** Those that are over. */
    public List<GrantRow> getPast() {
        return rows.stream().filter(row -> !row.active()).toList();
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }
}

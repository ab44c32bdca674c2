package health.chiron.portal.access;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.CurrentUser;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The patients to ask about, for who comes to the page from the menu; auditors reach none and name one by its id. */
@Named
@RequestScoped
public class ExplainablePatients {
    private static final int SHOWN = 100;

    private Patients door;
    private ExplainAccess page;
    private CurrentUser me;
    private List<PatientIdentity> choices = List.of();
    private boolean more;

    /** For the container. */
    protected ExplainablePatients() {}

    /**
     * @param door the patients
     * @param page whether one is chosen already
     * @param me who asks
     */
    @Inject
    public ExplainablePatients(Patients door, ExplainAccess page, CurrentUser me) {
        this.door = door;
        this.page = page;
        this.me = me;
    }

    /** Loads the first of them, by name, when none is chosen. */
    public void load() {
        if (page.isChosen() || me.getKind() == AccountKind.AUDITOR) {
            return;
        }
        PatientPage found = door.list(new PatientQuery(null, null, null), PageRequest.first(SHOWN));
        choices = found.page().items().stream().map(PatientPage.Entry::identity).toList();
        more = found.page().total() > choices.size();
    }

    /** The patients to choose from. */
    public List<PatientIdentity> getChoices() {
        return choices;
    }

    /** Whether there are more than are shown. */
    public boolean isMore() {
        return more;
    }
}

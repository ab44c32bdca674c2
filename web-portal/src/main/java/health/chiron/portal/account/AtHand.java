package health.chiron.portal.account;

import health.chiron.access.api.OwnAccount;
import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The one patient that a person keeps at hand: a link in the menu of every page. */
@Named("atHand")
@RequestScoped
public class AtHand {
    private OwnAccount door;
    private CurrentUser me;
    private Attempt attempt;

    /** For the container. */
    protected AtHand() {}

    /**
     * @param door keeps it
     * @param me who keeps
     * @param attempt shows refusals
     */
    @Inject
    public AtHand(OwnAccount door, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
    }

    /** Keeps the patient of an address. */
    public String keep(String patient) {
        return attempt.to(() -> {
            me.becomes(door.keepAtHand(Addressed.id(patient, PatientId::of)));
            return "/chart?faces-redirect=true&patient=" + patient;
        });
    }

    /** Keeps nobody. */
    public String drop(String patient) {
        return attempt.to(() -> {
            me.becomes(door.keepNobodyAtHand());
            return "/chart?faces-redirect=true&patient=" + patient;
        });
    }

    /** Whether this is the patient. */
    public boolean is(String patient) {
        PatientId kept = getPatient();
        return kept != null && kept.toString().equals(patient);
    }

    /** The patient; null for none. */
    public PatientId getPatient() {
        return me.isSignedIn() ? me.getAccount().activePatientId() : null;
    }
}

package health.chiron.portal.audit;

import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.PublishedHead;
import health.chiron.access.api.Verification;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The proof that the log still says what was written: the latest verification, starting another, and the published heads. */
@Named
@RequestScoped
public class Proof {
    private AuditTrail door;
    private Attempt attempt;
    private Verification latest;
    private List<PublishedHead> heads = List.of();

    /** For the container. */
    protected Proof() {}

    /**
     * @param door the log
     * @param attempt shows refusals
     */
    @Inject
    public Proof(AuditTrail door, Attempt attempt) {
        this.door = door;
        this.attempt = attempt;
    }

    /** Loads both. */
    public void load() {
        latest = door.verification().orElse(null);
        heads = door.heads();
    }

    /** Starts a verification; the page then shows how far it is. */
    public String verify() {
        return attempt.to(() -> {
            door.startVerification();
            return "/proof?faces-redirect=true";
        });
    }

    /** The latest one; null when there was none. */
    public Verification getLatest() {
        return latest;
    }

    /** Whether it still reads. */
    public boolean isRunning() {
        return latest != null && latest.status() == Verification.Status.RUNNING;
    }

    /** How far it is, from 0 to 100. */
    public int getPercent() {
        if (latest == null || latest.expected() == 0) {
            return 0;
        }
        return (int) Math.min(100, latest.sealed() * 100 / latest.expected());
    }

    /** The heads, newest first. */
    public List<PublishedHead> getHeads() {
        return heads;
    }
}

package health.chiron.portal.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.domain.access.RequestId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Takes the code that the owner hands over, and opens the chart with it. */
@Named("code")
@RequestScoped
public class EnterCode {
    private AccessRequests door;
    private Attempt attempt;
    private Notices notices;

    private String id;
    private AccessRequestView request;
    private String code;

    /** For the container. */
    protected EnterCode() {}

    /**
     * @param door the requests
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public EnterCode(AccessRequests door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the request of the address; at posts too. */
    public void load() {
        request = door.get(asked());
    }

    /** Opens the grant; a wrong code shows how many tries are left. */
    public String open() {
        String outcome = attempt.to(() -> {
            door.redeem(asked(), code.replaceAll("\\s", ""));
            notices.carry("ok", "code.granted");
            return "/chart?faces-redirect=true&patient=" + request.patientId();
        });
        request = door.get(asked());
        return outcome;
    }

    /** Sends a new code. */
    public String resend() {
        return again(() -> door.sendNewCode(asked()), "code.resent");
    }

    /** Takes the request back. */
    public String cancel() {
        return again(() -> door.cancel(asked()), "code.cancelled");
    }

    private String again(Runnable act, String said) {
        return attempt.to(() -> {
            act.run();
            notices.carry("ok", said);
            return "/code?faces-redirect=true&request=" + id;
        });
    }

    private RequestId asked() {
        return Addressed.id(id, RequestId::of);
    }

    /** The request in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The request, once loaded. */
    public AccessRequestView getRequest() {
        return request;
    }

    /** Whether a code can be entered now; while a post is being read nothing is known yet, and the door decides. */
    public boolean isOpen() {
        return request == null || request.status() == AccessRequestView.Status.PENDING;
    }

    /** The code. */
    public String getCode() {
        return code;
    }

    /** Sets it. */
    public void setCode(String code) {
        this.code = code;
    }
}

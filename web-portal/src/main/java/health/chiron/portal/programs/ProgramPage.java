package health.chiron.portal.programs;

import health.chiron.access.api.ApiClientView;
import health.chiron.access.api.ApiClients;
import health.chiron.access.api.ClientApproval;
import health.chiron.access.api.ClientReason;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClientState;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** One program: how it stands, the platform's decision, holding back and ending. Its credentials are {@link ProgramKeys}' part. */
@Named("programPage")
@RequestScoped
public class ProgramPage {
    private ApiClients door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private String id;
    private Long version;
    private ApiClientView view;
    private String reason;
    private ClientScope[] allowed;

    /** For the container. */
    protected ProgramPage() {}

    /**
     * @param door the programs
     * @param me who looks
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public ProgramPage(ApiClients door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the program; at posts too, because what the page offers depends on how it stands. */
    public void load() {
        view = door.get(program());
        if (version == null) {
            version = view.version();
        }
        if (allowed == null) {
            allowed = wanted();
        }
    }

    /** Lets it in with the scopes that are ticked. */
    public String approve() {
        Set<ClientScope> ticked = EnumSet.noneOf(ClientScope.class);
        ticked.addAll(Arrays.asList(allowed));
        return act("program.approved", () -> door.approve(program(), version, new ClientApproval(named(ticked))));
    }

    // None ticked is none allowed, which the door refuses; left out would be all.
    private static String named(Set<ClientScope> ticked) {
        return ticked.isEmpty() ? "-" : ClientScope.written(ticked);
    }

    /** Refuses it. */
    public String refuse() {
        return act("program.refused", () -> door.refuse(program(), version, new ClientReason(reason)));
    }

    /** Holds it back. */
    public String suspend() {
        return act("program.suspended", () -> door.suspend(program(), version, new ClientReason(reason)));
    }

    /** Lets it go on. */
    public String resume() {
        return act("program.resumed", () -> door.resume(program(), version));
    }

    /** Ends it. */
    public String revoke() {
        return act("program.revoked", () -> door.revoke(program(), version, new ClientReason(reason)));
    }

    private String act(String done, Runnable verb) {
        return attempt.to(() -> {
            verb.run();
            notices.carry("ok", done);
            return "/program?faces-redirect=true&id=" + program();
        });
    }

    private ApiClientId program() {
        return Addressed.id(id, ApiClientId::of);
    }

    /** Whether the reader runs the installation. */
    public boolean isPlatform() {
        return me.getKind() == AccountKind.PLATFORM_ADMIN;
    }

    /** Whether it stands like this; while a post is being read nothing is known yet, and the door decides. */
    public boolean in(String state) {
        return view == null || view.state() == ClientState.valueOf(state);
    }

    /** Whether it is over for good. */
    public boolean isOver() {
        return view != null && (view.state() == ClientState.REFUSED || view.state() == ClientState.REVOKED);
    }

    /** Whether the reader may let it go on. */
    public boolean isResumable() {
        return in("SUSPENDED") && (view == null || !view.heldByPlatform() || isPlatform());
    }

    /** What was asked for. */
    public ClientScope[] getWanted() {
        return view == null ? ClientScope.values() : scopes(view.scopesWanted());
    }

    private ClientScope[] wanted() {
        return scopes(view.scopesWanted());
    }

    /** What it may have at the most; none until it is let in. */
    public ClientScope[] getGranted() {
        return view == null ? new ClientScope[0] : scopes(view.scopesAllowed());
    }

    private static ClientScope[] scopes(String list) {
        return ClientScope.stored(list).toArray(ClientScope[]::new);
    }

    /** The program in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The version that was shown. */
    public Long getVersion() {
        return version;
    }

    /** Sets it. */
    public void setVersion(Long version) {
        this.version = version;
    }

    /** The program, once loaded. */
    public ApiClientView getView() {
        return view;
    }

    /** Why it is refused, held back or ended. */
    public String getReason() {
        return reason;
    }

    /** Sets it. */
    public void setReason(String reason) {
        this.reason = reason;
    }

    /** What is to be allowed. */
    public ClientScope[] getAllowed() {
        return allowed == null ? new ClientScope[0] : allowed.clone();
    }

    /** Sets it. */
    public void setAllowed(ClientScope[] allowed) {
        this.allowed = allowed.clone();
    }
}

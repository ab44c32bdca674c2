package health.chiron.portal.programs;

import health.chiron.access.api.ApiClientView;
import health.chiron.access.api.ApiClients;
import health.chiron.access.api.NewApiClient;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The programs of a clinic with the form that registers one more; for the platform those of all clinics, the waiting ones first. */
@Named("programList")
@RequestScoped
public class ProgramList {
    private ApiClients door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private Integer number;
    private List<ApiClientView> rows = List.of();
    private Paging paging;
    private String name;
    private String contact;
    private String purpose;
    private ClientScope[] scopes = {};

    /** For the container. */
    protected ProgramList() {}

    /**
     * @param door the programs
     * @param me who looks
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public ProgramList(ApiClients door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the page; at posts too. */
    public void load() {
        var request = Paging.request(number, Paging.USUAL);
        if (!isPlatform() && me.getClinic() == null) {
            throw Refusal.notFound();
        }
        var page = isPlatform() ? door.all(null, request) : door.ofClinic(me.getClinic(), request);
        rows = page.items();
        paging = Paging.of(page);
    }

    /** Registers a program. */
    public String register() {
        return attempt.to(() -> {
            Set<ClientScope> wanted = EnumSet.noneOf(ClientScope.class);
            wanted.addAll(Arrays.asList(scopes));
            ApiClientView made = door.register(
                    new NewApiClient(me.getClinic(), name, contact, purpose, ClientScope.written(wanted)));
            notices.carry("ok", "programs.registered");
            return "/program?faces-redirect=true&id=" + made.id();
        });
    }

    /** Whether the reader runs the installation, and decides. */
    public boolean isPlatform() {
        return me.getKind() == AccountKind.PLATFORM_ADMIN;
    }

    /** The page's programs. */
    public List<ApiClientView> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** All scopes that there are. */
    public ClientScope[] getAll() {
        return ClientScope.values();
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** The program's name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** Who runs it. */
    public String getContact() {
        return contact;
    }

    /** Sets it. */
    public void setContact(String contact) {
        this.contact = contact;
    }

    /** What it is for. */
    public String getPurpose() {
        return purpose;
    }

    /** Sets it. */
    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    /** What it wants. */
    public ClientScope[] getScopes() {
        return scopes.clone();
    }

    /** Sets it. */
    public void setScopes(ClientScope[] scopes) {
        this.scopes = scopes.clone();
    }
}

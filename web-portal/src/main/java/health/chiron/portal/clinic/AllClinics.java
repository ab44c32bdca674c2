package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicQuery;
import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The clinics of the installation, for its administrator, and the form that registers one more. */
@Named("allClinics")
@RequestScoped
public class AllClinics {
    private Clinics door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private Integer number;
    private List<ClinicView> rows = List.of();
    private Paging paging;
    private final ProfileForm form = new ProfileForm();

    /** For the container. */
    protected AllClinics() {}

    /**
     * @param door the clinics
     * @param me who looks
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public AllClinics(Clinics door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the page; at posts too. */
    public void load() {
        if (me.getKind() != AccountKind.PLATFORM_ADMIN) {
            // The door would list a member's own clinics; this page is about the installation.
            throw Refusal.notFound();
        }
        var page = door.list(ClinicQuery.ALL, Paging.request(number, Paging.USUAL));
        rows = page.items();
        paging = Paging.of(page);
    }

    /** Registers a clinic. */
    public String register() {
        return attempt.to(() -> {
            door.register(form.data());
            notices.carry("ok", "clinics.registered");
            return "/clinics?faces-redirect=true";
        });
    }

    /** The page's clinics. */
    public List<ClinicView> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** The fields of a new clinic. */
    public ProfileForm getForm() {
        return form;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}

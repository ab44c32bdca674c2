package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Changes a clinic's profile. In view scope, because the text must outlive a refusal and the version it is based on. */
@Named
@ViewScoped
public class ClinicSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Clinics door;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID clinic;
    private long version;
    private ProfileForm form;

    /** Loads the profile. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        ClinicView view = door.get(me.getClinic());
        clinic = view.id().value();
        version = view.version();
        form = ProfileForm.of(view.profile());
    }

    /** Saves the profile. */
    public String save() {
        return attempt.to(() -> {
            try {
                door.change(new ClinicId(clinic), version, form.data());
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.STALE) {
                    version = door.get(new ClinicId(clinic)).version();
                }
                throw refusal;
            }
            notices.carry("ok", "clinic.saved");
            return "/clinic?faces-redirect=true";
        });
    }

    /** The fields. */
    public ProfileForm getForm() {
        return form;
    }
}

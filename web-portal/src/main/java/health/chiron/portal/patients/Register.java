package health.chiron.portal.patients;

import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.records.api.PatientView;
import health.chiron.records.api.Patients;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Registers a patient together with the owner. In view scope, because the fields change with the kind while one types. */
@Named
@ViewScoped
public class Register implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Patients door;

    @Inject
    private CurrentUser me;

    @Inject
    private ConsentAtRegistration consent;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private final RegistrationForm form = new RegistrationForm();

    /** Registers and goes on to prove the owner's contact. */
    public String register() {
        return attempt.to(() -> {
            PatientView registered = door.register(form.command(me.getClinic(), consent.command()));
            notices.carry("ok", "register.done");
            return "/contact?faces-redirect=true&patient=" + registered.id();
        });
    }

    /** The fields. */
    public RegistrationForm getForm() {
        return form;
    }

    /** The species to choose from. */
    public Species[] getSpecies() {
        return Species.values();
    }

    /** The sexes to choose from. */
    public Sex[] getSexes() {
        return Sex.values();
    }
}

package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invites somebody to work at a clinic or on the installation. In view scope, because the fields change with the kind. */
@Named
@ViewScoped
public class AddPerson implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Clinics door;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private final PersonForm form = new PersonForm();
    private final LinkedHashMap<String, String> clinics = new LinkedHashMap<>();

    /** Loads the clinics to choose from. */
    public void load() {
        for (ClinicView clinic : door.list(PageRequest.first(PageRequest.MOST)).items()) {
            clinics.put(clinic.profile().clinicName(), clinic.id().toString());
        }
        if (clinics.size() == 1) {
            form.setClinicId(ClinicId.of(clinics.values().iterator().next()));
        }
    }

    /** Makes the account and sends the invitation. */
    public String add() {
        return attempt.to(() -> {
            if (form.isDoctor()) {
                door.addDoctor(form.doctor());
            } else {
                door.addAccount(form.account());
            }
            notices.carry("ok", "people.invited");
            return "/people?faces-redirect=true";
        });
    }

    /** The fields. */
    public PersonForm getForm() {
        return form;
    }

    /** The clinics to choose from, by name. */
    public Map<String, String> getClinics() {
        return clinics;
    }

    /** The kinds that the person may add. */
    public List<AccountKind> getKinds() {
        return me.getKind() == AccountKind.PLATFORM_ADMIN
                ? List.of(
                        AccountKind.DOCTOR,
                        AccountKind.STAFF,
                        AccountKind.CLINIC_ADMIN,
                        AccountKind.AUDITOR,
                        AccountKind.PLATFORM_ADMIN)
                : List.of(AccountKind.DOCTOR, AccountKind.STAFF);
    }
}

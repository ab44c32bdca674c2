package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicQuery;
import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

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
    private final ArrayList<Choice> clinics = new ArrayList<>();

    /**
     * A clinic to choose.
     *
     * @param id the clinic
     * @param name its name
     */
    public record Choice(String id, String name) implements Serializable {}

    /** Loads the clinics to choose from. */
    public void load() {
        for (ClinicView clinic :
                door.list(ClinicQuery.ALL, PageRequest.first(PageRequest.MOST)).items()) {
            clinics.add(new Choice(clinic.id().toString(), clinic.profile().clinicName()));
        }
        if (clinics.size() == 1) {
            form.setClinicId(clinics.getFirst().id());
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
            return (me.getKind() == AccountKind.PLATFORM_ADMIN ? "/accounts" : "/people") + "?faces-redirect=true";
        });
    }

    /** The fields. */
    public PersonForm getForm() {
        return form;
    }

    /** The clinics to choose from, by name. */
    public List<Choice> getClinics() {
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

package health.chiron.portal.clinic;

import health.chiron.access.api.Association;
import health.chiron.access.api.People;
import health.chiron.access.api.PersonView;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** How one of a clinic's people belongs there. In view scope, because the choice must outlive a refusal and the version it is based on. */
@Named("association")
@ViewScoped
public class AssociationPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private People door;

    @Inject
    private ClinicAddress address;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String person;
    private UUID clinic;
    private PersonRow row;
    private EmploymentType employmentType;
    private ClinicRight[] rights = {};
    private List<ChangeRow> history = List.of();

    /** Loads the association. */
    public void load() {
        ClinicId id = address.id();
        clinic = id.value();
        AccountId account = Addressed.id(person, AccountId::of);
        show(door.get(id, account));
        history = door.history(id, account).stream().map(ChangeRow::of).toList();
    }

    private void show(PersonView view) {
        row = PersonRow.of(view);
        employmentType = view.employmentType();
        rights = view.rights().toArray(ClinicRight[]::new);
    }

    /** Saves employment and rights. */
    public String save() {
        return attempt.to(() -> {
            EnumSet<ClinicRight> chosen = EnumSet.noneOf(ClinicRight.class);
            chosen.addAll(Arrays.asList(rights));
            try {
                door.change(clinicId(), id(), row.version(), new Association(employmentType, chosen));
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.STALE) {
                    row = PersonRow.of(door.get(clinicId(), id()));
                }
                throw refusal;
            }
            notices.carry("ok", "staff.saved");
            return here();
        });
    }

    /** Ends the association. */
    public String end() {
        return attempt.to(() -> {
            door.end(clinicId(), id());
            notices.carry("ok", "staff.ended");
            return here();
        });
    }

    /** Begins it again. */
    public String resume() {
        return attempt.to(() -> {
            door.resume(clinicId(), id());
            notices.carry("ok", "staff.resumed");
            return here();
        });
    }

    private ClinicId clinicId() {
        return new ClinicId(clinic);
    }

    private AccountId id() {
        return new AccountId(row.id());
    }

    private String here() {
        return "/association?faces-redirect=true&clinic=" + clinic + "&person=" + row.id();
    }

    /** The person. */
    public PersonRow getRow() {
        return row;
    }

    /** The clinic. */
    public UUID getClinic() {
        return clinic;
    }

    /** What happened, newest first. */
    public List<ChangeRow> getHistory() {
        return history;
    }

    /** How somebody can belong to a clinic. */
    public EmploymentType[] getTypes() {
        return EmploymentType.values();
    }

    /** The rights that this kind of account can hold. */
    public List<ClinicRight> getPossible() {
        return Arrays.stream(ClinicRight.values())
                .filter(right -> right.possibleFor(row.kind()))
                .toList();
    }

    /** The account as the address says it. */
    public String getPerson() {
        return person;
    }

    /** Sets it. */
    public void setPerson(String person) {
        this.person = person;
    }

    /** How the person belongs to the clinic. */
    public EmploymentType getEmploymentType() {
        return employmentType;
    }

    /** Sets it. */
    public void setEmploymentType(EmploymentType employmentType) {
        this.employmentType = employmentType;
    }

    /** What the clinic lets the person do. */
    public ClinicRight[] getRights() {
        return rights.clone();
    }

    /** Sets it. */
    public void setRights(ClinicRight[] rights) {
        this.rights = rights.clone();
    }
}

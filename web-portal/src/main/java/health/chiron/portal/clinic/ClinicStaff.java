package health.chiron.portal.clinic;

import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.People;
import health.chiron.access.api.PeopleQuery;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Who works at a clinic, and invitations to people who have an account already. In view scope, because rows carry buttons. */
@Named("staff")
@ViewScoped
public class ClinicStaff implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private People door;

    @Inject
    private ClinicAddress address;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID clinic;
    private Integer number;
    private List<PersonRow> people = List.of();
    private List<InvitationRow> invitations = List.of();
    private Paging paging;
    private String addressedTo;
    private EmploymentType employmentType = EmploymentType.FULL_TIME;

    /** Loads a page of the people, and the open invitations. */
    public void load() {
        ClinicId id = address.id();
        clinic = id.value();
        var page = door.list(id, PeopleQuery.ALL, Paging.request(number, Paging.USUAL));
        people = page.items().stream().map(PersonRow::of).toList();
        paging = Paging.of(page);
        invitations = door.invitations(id, PageRequest.first(Paging.USUAL)).items().stream()
                .map(InvitationRow::of)
                .toList();
    }

    /** Invites somebody who has an account. */
    public String invite() {
        return attempt.to(() -> {
            door.invite(new NewClinicInvitation(new ClinicId(clinic), addressedTo, employmentType));
            notices.carry("ok", "staff.invited");
            return here();
        });
    }

    /** Takes an invitation back. */
    public String cancel(UUID invitation) {
        return attempt.to(() -> {
            door.cancel(new ClinicId(clinic), new ClinicInvitationId(invitation));
            notices.carry("ok", "staff.cancelled");
            return here();
        });
    }

    private String here() {
        return "/staff?faces-redirect=true&clinic=" + clinic;
    }

    /** The clinic. */
    public UUID getClinic() {
        return clinic;
    }

    /** The page's people. */
    public List<PersonRow> getPeople() {
        return people;
    }

    /** The open invitations. */
    public List<InvitationRow> getInvitations() {
        return invitations;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** How somebody can belong to a clinic. */
    public EmploymentType[] getTypes() {
        return EmploymentType.values();
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** Who is to be invited. */
    public String getAddressedTo() {
        return addressedTo;
    }

    /** Sets it. */
    public void setAddressedTo(String addressedTo) {
        this.addressedTo = addressedTo;
    }

    /** How the person is to belong to the clinic. */
    public EmploymentType getEmploymentType() {
        return employmentType;
    }

    /** Sets it. */
    public void setEmploymentType(EmploymentType employmentType) {
        this.employmentType = employmentType;
    }
}

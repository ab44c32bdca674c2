package health.chiron.portal.clinic;

import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.People;
import health.chiron.access.api.PeopleQuery;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Who works at a clinic, and invitations to people who have an account already. In view scope, because rows carry buttons. */
@Named("staff")
@ViewScoped
public class ClinicStaff implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    @Inject
    private People door;

    @Inject
    private ClinicAddress address;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    /** Whether somebody works at the clinic now. */
    public enum Standing {
        HERE,
        GONE
    }

    private UUID clinic;
    private Integer number;
    private List<PersonRow> people = List.of();
    private List<InvitationRow> invitations = List.of();
    private Paging paging;
    private String addressedTo;
    private String text;
    private AccountKind kind;
    private Standing here;
    private AccountStatus status;
    private EmploymentType employment;
    private EmploymentType employmentType = EmploymentType.FULL_TIME;

    /** Loads a page of the people, and the open invitations. */
    public void load() {
        ClinicId id = address.id();
        clinic = id.value();
        var page = door.list(
                id,
                new PeopleQuery(kind, here == null ? null : here == Standing.HERE, status, employment, text),
                Paging.request(number, Paging.USUAL));
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
            return again();
        });
    }

    /** Takes an invitation back. */
    public String cancel(UUID invitation) {
        return attempt.to(() -> {
            door.cancel(new ClinicId(clinic), new ClinicInvitationId(invitation));
            notices.carry("ok", "staff.cancelled");
            return again();
        });
    }

    /** How the people wanted belong to the clinic. */
    public EmploymentType getEmployment() {
        return employment;
    }

    /** Sets it. */
    public void setEmployment(EmploymentType employment) {
        this.employment = employment;
    }

    private String again() {
        return "/people?faces-redirect=true&clinic=" + clinic;
    }

    /** The address of this list up to the page's number. */
    public String getAddress() {
        StringBuilder address = new StringBuilder("?clinic=").append(clinic);
        if (text != null && !text.isBlank()) {
            address.append("&text=").append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        append(address, "kind", kind);
        append(address, "here", here);
        append(address, "status", status);
        append(address, "employment", employment);
        return address.append("&page=").toString();
    }

    private static void append(StringBuilder address, String name, Enum<?> chosen) {
        if (chosen != null) {
            address.append('&').append(name).append('=').append(chosen.name());
        }
    }

    /** The kinds of account that work at clinics. */
    public List<AccountKind> getKinds() {
        return List.of(AccountKind.CLINIC_ADMIN, AccountKind.DOCTOR, AccountKind.STAFF, AccountKind.INTEGRATOR);
    }

    /** Here or gone. */
    public Standing[] getStandings() {
        return Standing.values();
    }

    /** The states of an account. */
    public AccountStatus[] getStatuses() {
        return AccountStatus.values();
    }

    /** A part of the name; null for everybody. */
    public String getText() {
        return text;
    }

    /** Sets it, no longer than a name can be. */
    public void setText(String text) {
        this.text = text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** One kind only. */
    public AccountKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(AccountKind kind) {
        this.kind = kind;
    }

    /** Only who works here now, or who does no longer. */
    public Standing getHere() {
        return here;
    }

    /** Sets it. */
    public void setHere(Standing here) {
        this.here = here;
    }

    /** One state only. */
    public AccountStatus getStatus() {
        return status;
    }

    /** Sets it. */
    public void setStatus(AccountStatus status) {
        this.status = status;
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

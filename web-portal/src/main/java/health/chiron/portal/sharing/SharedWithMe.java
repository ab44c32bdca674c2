package health.chiron.portal.sharing;

import health.chiron.access.api.InvitationQuery;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What others offer and share with the person, and what the person has offered. In view scope, because rows carry buttons.
 */
@Named
@ViewScoped
public class SharedWithMe implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/invitations?faces-redirect=true&";
    private static final int MOST = 100;

    @Inject
    private Invitations invitations;

    @Inject
    private Shares shares;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private Integer number;
    private InvitationStatus status;
    private InvitationType type;
    private String note;
    private List<InvitationRow> received = List.of();
    private List<InvitationRow> sent = List.of();
    private List<ShareRow> patients = List.of();
    private List<ShareRow> relatives = List.of();
    private Paging paging;

    /** Loads everything; of what was sent one page, narrowed down. */
    public void load() {
        received = invitations.received(InvitationQuery.WAITING, PageRequest.first(MOST)).page().items().stream()
                .map(InvitationRow::of)
                .toList();
        patients = shares.withMe(PageRequest.first(MOST)).page().items().stream()
                .map(ShareRow::of)
                .toList();
        relatives = shares.familyHistoryWithMe(PageRequest.first(MOST)).page().items().stream()
                .map(ShareRow::of)
                .toList();
        var page = invitations
                .sent(new InvitationQuery(status, type), Paging.request(number, Paging.USUAL))
                .page();
        sent = page.items().stream().map(InvitationRow::of).toList();
        paging = Paging.of(page);
    }

    /** Says yes. */
    public String accept(UUID invitation) {
        return attempt.to(() -> {
            invitations.accept(new InvitationId(invitation), note);
            notices.carry("ok", "invitations.accepted");
            return PAGE + getFilter();
        });
    }

    /** Says no. */
    public String reject(UUID invitation) {
        return attempt.to(() -> {
            invitations.reject(new InvitationId(invitation), note);
            notices.carry("ok", "invitations.rejected");
            return PAGE + getFilter();
        });
    }

    /** Calls an own offer off. */
    public String cancel(UUID invitation) {
        return attempt.to(() -> {
            invitations.cancel(new InvitationId(invitation));
            notices.carry("ok", "invitations.cancelled");
            return PAGE + getFilter();
        });
    }

    /** Gives the share of a patient back. */
    public String leave(UUID share) {
        return attempt.to(() -> {
            shares.leave(new ShareId(share));
            notices.carry("ok", "shares.left");
            return PAGE + getFilter();
        });
    }

    /** Gives the share of a relative back. */
    public String leaveRelative(UUID share) {
        return attempt.to(() -> {
            shares.leave(new FamilyHistoryShareId(share));
            notices.carry("ok", "shares.left");
            return PAGE + getFilter();
        });
    }

    /** What waits for the person's answer. */
    public List<InvitationRow> getReceived() {
        return received;
    }

    /** What the person has sent, one page. */
    public List<InvitationRow> getSent() {
        return sent;
    }

    /** The patients shared with the person. */
    public List<ShareRow> getPatients() {
        return patients;
    }

    /** The relatives shared with the person. */
    public List<ShareRow> getRelatives() {
        return relatives;
    }

    /** Where in what was sent. */
    public Paging getPaging() {
        return paging;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** How far invitations can have come. */
    public InvitationStatus[] getStatuses() {
        return InvitationStatus.values();
    }

    /** What invitations can offer. */
    public InvitationType[] getTypes() {
        return InvitationType.values();
    }

    /** Only what was sent and stands like this, as the address says it. */
    public String getStatus() {
        return status == null ? "" : status.name();
    }

    /** Sets it; what is no status narrows nothing. */
    public void setStatus(String name) {
        this.status = Addressed.word(InvitationStatus.values(), name);
    }

    /** Only what was sent of this kind, as the address says it. */
    public String getType() {
        return type == null ? "" : type.name();
    }

    /** Sets it; what is no kind narrows nothing. */
    public void setType(String name) {
        this.type = Addressed.word(InvitationType.values(), name);
    }

    /** Whether what was sent is narrowed down. */
    public boolean isNarrow() {
        return status != null || type != null;
    }

    /** The filters as a part of an address. */
    public String getFilter() {
        return "status=" + getStatus() + "&type=" + getType();
    }

    /** A few words beside the answer. */
    public String getNote() {
        return note;
    }

    /** Sets them. */
    public void setNote(String note) {
        this.note = note;
    }
}

package health.chiron.portal.sharing;

import health.chiron.access.api.Invitations;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.ShareId;
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

/**
 * What others offer and share with the person, and what the person has offered. In view scope, because rows carry buttons.
 */
@Named
@ViewScoped
public class SharedWithMe implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/invitations?faces-redirect=true";
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
    private String note;
    private List<InvitationRow> received = List.of();
    private List<InvitationRow> sent = List.of();
    private List<ShareRow> patients = List.of();
    private List<ShareRow> relatives = List.of();
    private Paging paging;

    /** Loads everything; of what was sent one page. */
    public void load() {
        received = invitations.received(PageRequest.first(MOST)).page().items().stream()
                .map(InvitationRow::of)
                .filter(InvitationRow::waits)
                .toList();
        patients = shares.withMe(PageRequest.first(MOST)).page().items().stream()
                .map(ShareRow::of)
                .toList();
        relatives = shares.familyHistoryWithMe(PageRequest.first(MOST)).page().items().stream()
                .map(ShareRow::of)
                .toList();
        var page = invitations.sent(Paging.request(number, Paging.USUAL)).page();
        sent = page.items().stream().map(InvitationRow::of).toList();
        paging = Paging.of(page);
    }

    /** Says yes. */
    public String accept(UUID invitation) {
        return attempt.to(() -> {
            invitations.accept(new InvitationId(invitation), note);
            notices.carry("ok", "invitations.accepted");
            return PAGE;
        });
    }

    /** Says no. */
    public String reject(UUID invitation) {
        return attempt.to(() -> {
            invitations.reject(new InvitationId(invitation), note);
            notices.carry("ok", "invitations.rejected");
            return PAGE;
        });
    }

    /** Calls an own offer off. */
    public String cancel(UUID invitation) {
        return attempt.to(() -> {
            invitations.cancel(new InvitationId(invitation));
            notices.carry("ok", "invitations.cancelled");
            return PAGE;
        });
    }

    /** Gives the share of a patient back. */
    public String leave(UUID share) {
        return attempt.to(() -> {
            shares.leave(new ShareId(share));
            notices.carry("ok", "shares.left");
            return PAGE;
        });
    }

    /** Gives the share of a relative back. */
    public String leaveRelative(UUID share) {
        return attempt.to(() -> {
            shares.leave(new FamilyHistoryShareId(share));
            notices.carry("ok", "shares.left");
            return PAGE;
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

    /** A few words beside the answer. */
    public String getNote() {
        return note;
    }

    /** Sets them. */
    public void setNote(String note) {
        this.note = note;
    }
}

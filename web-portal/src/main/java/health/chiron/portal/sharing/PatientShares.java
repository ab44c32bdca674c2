package health.chiron.portal.sharing;

import health.chiron.access.api.Invitations;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.records.PatientId;
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

/** With whom one patient is shared, what waits for an answer, and the buttons that end it. In view scope, because rows carry buttons. */
@Named
@ViewScoped
public class PatientShares implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    private Shares door;

    @Inject
    private Invitations invitations;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID patient;
    private List<ShareRow> rows = List.of();
    private List<ShareRow> relatives = List.of();
    private List<InvitationRow> waiting = List.of();
    private Paging paging;

    /** Loads a page of the shares, and what waits if the person may share. */
    void load(PatientId of, Integer number, boolean keeps) {
        patient = of.value();
        var page = door.ofPatient(of, Paging.request(number, Paging.USUAL)).page();
        rows = page.items().stream().map(ShareRow::of).toList();
        paging = Paging.of(page);
        if (keeps) {
            waiting = invitations.waiting(of, PageRequest.first(MOST)).page().items().stream()
                    .map(InvitationRow::of)
                    .toList();
            relatives = door.familyHistoryOf(of, PageRequest.first(MOST)).page().items().stream()
                    .map(ShareRow::of)
                    .filter(ShareRow::active)
                    .toList();
        }
    }

    /** Takes a share back. */
    public String withdraw(UUID share) {
        return attempt.to(() -> {
            door.withdraw(new ShareId(share));
            return again("shares.withdrawn");
        });
    }

    /** Takes the share of a relative back. */
    public String withdrawRelative(UUID share) {
        return attempt.to(() -> {
            door.withdraw(new FamilyHistoryShareId(share));
            return again("shares.withdrawn");
        });
    }

    /** Gives the own share back. */
    public String leave(UUID share) {
        return attempt.to(() -> {
            door.leave(new ShareId(share));
            notices.carry("ok", "shares.left");
            return "/invitations?faces-redirect=true";
        });
    }

    /** Calls an offer off. */
    public String cancel(UUID invitation) {
        return attempt.to(() -> {
            invitations.cancel(new InvitationId(invitation));
            return again("invitations.cancelled");
        });
    }

    /** Says whether the patient is the person's own record. */
    public String nameSelf(boolean self) {
        return attempt.to(() -> {
            door.nameSelf(new PatientId(patient), self);
            return again(self ? "shares.selfNamed" : "shares.selfNotNamed");
        });
    }

    private String again(String said) {
        notices.carry("ok", said);
        return "/shares?faces-redirect=true&patient=" + patient;
    }

    /** Those that open something now. */
    public List<ShareRow> getActive() {
        return rows.stream().filter(ShareRow::active).toList();
    }

    /** Those that are over. */
    public List<ShareRow> getPast() {
        return rows.stream().filter(row -> !row.active()).toList();
    }

    /** The relatives that are shared now. */
    public List<ShareRow> getRelatives() {
        return relatives;
    }

    /** The offers that wait. */
    public List<InvitationRow> getWaiting() {
        return waiting;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }
}

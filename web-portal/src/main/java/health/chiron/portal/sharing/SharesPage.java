package health.chiron.portal.sharing;

import health.chiron.access.api.OwnershipPeriod;
import health.chiron.access.api.Shares;
import health.chiron.portal.chart.PatientHead;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The page about one patient's shares and owners. */
@Named("sharesPage")
@RequestScoped
public class SharesPage {
    private Shares door;
    private PatientShares shares;
    private PatientHead head;
    private Integer number;
    private List<OwnershipPeriod> owners = List.of();

    /** For the container. */
    protected SharesPage() {}

    /**
     * @param door whose the patient is
     * @param shares with whom it is shared
     * @param head the patient
     */
    @Inject
    public SharesPage(Shares door, PatientShares shares, PatientHead head) {
        this.door = door;
        this.shares = shares;
        this.head = head;
    }

    /** Loads head, shares and owners. */
    public void load() {
        head.load();
        boolean keeps = head.may("SHARE_SHARES");
        shares.load(head.id(), number, keeps);
        if (keeps) {
            owners = door.owners(head.id());
        }
    }

    /** Whose it is and was. */
    public List<OwnershipPeriod> getOwners() {
        return owners;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}

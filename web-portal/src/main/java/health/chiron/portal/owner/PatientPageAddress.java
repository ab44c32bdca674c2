package health.chiron.portal.owner;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditPage;
import health.chiron.access.api.AuditTrail;
import health.chiron.portal.audit.AuditFilter;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The owner's pages about one patient: who has access, and who looked. */
@Named("ownerPage")
@RequestScoped
public class PatientPageAddress {
    private AuditTrail trail;
    private WhoHasAccess access;
    private PatientHead head;
    private AuditFilter filter;
    private CurrentUser me;

    private Integer number;
    private List<AccessEntry> entries = List.of();
    private Paging paging;

    /** For the container. */
    protected PatientPageAddress() {}

    /**
     * @param trail who looked
     * @param access who may look
     * @param head the patient
     * @param filter which part of the log
     * @param me whose days
     */
    @Inject
    public PatientPageAddress(
            AuditTrail trail, WhoHasAccess access, PatientHead head, AuditFilter filter, CurrentUser me) {
        this.trail = trail;
        this.access = access;
        this.head = head;
        this.filter = filter;
        this.me = me;
    }

    /** Loads head and grants. */
    public void loadAccess() {
        head.load();
        access.load(head.id(), number);
    }

    /** Loads head and log. */
    public void loadReads() {
        head.load();
        AuditPage page =
                trail.ofPatient(head.id(), filter.query(me.getZone()), Paging.request(filter.getPage(), Paging.USUAL));
        entries = page.entries();
        paging = Paging.of(page.page());
    }

    /** The page's entries of the log. */
    public List<AccessEntry> getEntries() {
        return entries;
    }

    /** Where in the log. */
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
}

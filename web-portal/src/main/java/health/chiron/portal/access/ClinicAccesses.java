package health.chiron.portal.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.DoctorView;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.RequestQuery;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The requests that a clinic has made and the access it holds or held. */
@Named("accesses")
@RequestScoped
public class ClinicAccesses {
    private AccessRequests requests;
    private Grants grants;
    private Clinics clinics;
    private CurrentUser me;

    private Integer requestPage;
    private Integer grantPage;
    private Integer referralPage;
    private AccessRequestView.Status requestStatus;
    private GrantView.Status grantStatus;
    private GrantView.Basis basis;
    private String doctor = "";
    private List<DoctorView> doctors = List.of();
    private List<AccessRequestView> referralRows = List.of();
    private Paging referralPaging;
    private List<AccessRequestView> requestRows = List.of();
    private List<GrantView> grantRows = List.of();
    private Paging requestPaging;
    private Paging grantPaging;

    /** For the container. */
    protected ClinicAccesses() {}

    /**
     * @param requests the requests
     * @param grants the grants
     * @param clinics the doctors
     * @param me whose clinic
     */
    @Inject
    public ClinicAccesses(AccessRequests requests, Grants grants, Clinics clinics, CurrentUser me) {
        this.requests = requests;
        this.grants = grants;
        this.clinics = clinics;
        this.me = me;
    }

    /** Loads one page of each. */
    public void load() {
        ClinicId clinic = me.getClinic();
        if (clinic == null) {
            throw Refusal.notFound();
        }
        var asked = requests.ofClinic(clinic, new RequestQuery(requestStatus, null), Paging.request(requestPage, 10));
        requestRows = asked.items();
        requestPaging = Paging.of(asked);
        doctors = clinics.doctors(clinic);
        var held = grants.ofClinic(
                clinic, new GrantQuery(grantStatus, basis, chosen()), Paging.request(grantPage, Paging.USUAL));
        grantRows = held.items();
        grantPaging = Paging.of(held);
        if (me.getKind() == AccountKind.DOCTOR) {
            var sentOn = requests.referred(clinic, Paging.request(referralPage, 10));
            referralRows = sentOn.items();
            referralPaging = Paging.of(sentOn);
        }
    }

    private AccountId chosen() {
        AccountId found = doctors.stream()
                .map(DoctorView::id)
                .filter(each -> each.toString().equals(doctor))
                .findFirst()
                .orElse(null);
        doctor = found == null ? "" : doctor;
        return found;
    }

    /** The page's requests. */
    public List<AccessRequestView> getRequests() {
        return requestRows;
    }

    /** The page's grants. */
    public List<GrantView> getGrants() {
        return grantRows;
    }

    /** Where in the requests. */
    public Paging getRequestPaging() {
        return requestPaging;
    }

    /** Where in the grants. */
    public Paging getGrantPaging() {
        return grantPaging;
    }

    /** The page of requests. */
    public Integer getRequestPage() {
        return requestPage;
    }

    /** Sets it. */
    public void setRequestPage(Integer requestPage) {
        this.requestPage = requestPage;
    }

    /** The page of grants. */
    public Integer getGrantPage() {
        return grantPage;
    }

    /** Sets it. */
    public void setGrantPage(Integer grantPage) {
        this.grantPage = grantPage;
    }

    /** What the doctor has sent on. */
    public List<AccessRequestView> getReferrals() {
        return referralRows;
    }

    /** Where in the referrals. */
    public Paging getReferralPaging() {
        return referralPaging;
    }

    /** The page of referrals. */
    public Integer getReferralPage() {
        return referralPage;
    }

    /** Sets it. */
    public void setReferralPage(Integer referralPage) {
        this.referralPage = referralPage;
    }

    /** The states that requests can be narrowed to. */
    public AccessRequestView.Status[] getRequestStatuses() {
        return AccessRequestView.Status.values();
    }

    /** The states that grants can be narrowed to. */
    public GrantView.Status[] getGrantStatuses() {
        return GrantView.Status.values();
    }

    /** What grants can be narrowed to by their basis. */
    public GrantView.Basis[] getBases() {
        return GrantView.Basis.values();
    }

    /** Only requests in this state, as the address says it. */
    public String getRequestStatus() {
        return requestStatus == null ? "" : requestStatus.name();
    }

    /** Sets it; what is no state narrows nothing. */
    public void setRequestStatus(String name) {
        this.requestStatus = Addressed.word(AccessRequestView.Status.values(), name);
    }

    /** Only grants in this state, as the address says it. */
    public String getGrantStatus() {
        return grantStatus == null ? "" : grantStatus.name();
    }

    /** Sets it; what is no state narrows nothing. */
    public void setGrantStatus(String name) {
        this.grantStatus = Addressed.word(GrantView.Status.values(), name);
    }

    /** Only grants on this basis, as the address says it. */
    public String getBasis() {
        return basis == null ? "" : basis.name();
    }

    /** Sets it; what is no basis narrows nothing. */
    public void setBasis(String name) {
        this.basis = Addressed.word(GrantView.Basis.values(), name);
    }

    /** The clinic's doctors to choose from. */
    public List<DoctorView> getDoctors() {
        return doctors;
    }

    /** Only grants bound to this doctor, as the address says it; empty for all. */
    public String getDoctor() {
        return doctor;
    }

    /** Sets it; who is no doctor of the clinic narrows nothing. */
    public void setDoctor(String doctor) {
        this.doctor = doctor == null ? "" : doctor;
    }

    /** Whether the grants are narrowed down. */
    public boolean isNarrow() {
        return grantStatus != null || basis != null || !doctor.isEmpty();
    }

    /** The filters as a part of an address, in front of a page number. */
    public String getFilter() {
        return "status=" + getRequestStatus() + "&held=" + getGrantStatus() + "&basis=" + getBasis() + "&doctor="
                + doctor + "&";
    }
}

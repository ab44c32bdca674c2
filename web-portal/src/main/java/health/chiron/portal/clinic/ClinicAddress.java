package health.chiron.portal.clinic;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which clinic a page is about: the one in the address, else the reader's own. */
@Named("clinicAddress")
@RequestScoped
public class ClinicAddress {
    private CurrentUser me;
    private String clinic;

    /** For the container. */
    protected ClinicAddress() {}

    /** @param me whose clinic */
    @Inject
    public ClinicAddress(CurrentUser me) {
        this.me = me;
    }

    /**
     * The clinic.
     *
     * @throws Refusal not found, when none is named and the reader has none
     */
    ClinicId id() {
        if (clinic != null && !clinic.isBlank()) {
            return Addressed.id(clinic, ClinicId::of);
        }
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        return me.getClinic();
    }

    /** The id as the address says it; null for the own one. */
    public String getClinic() {
        return clinic;
    }

    /** Sets it. */
    public void setClinic(String clinic) {
        this.clinic = clinic;
    }
}

package health.chiron.access.api;

import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** The clinics that somebody may choose: open to everybody who is signed in. */
@Local
public interface ClinicDirectory {
    /**
     * The active clinics whose name or services contain a text, by name.
     *
     * @param text null for all
     * @param licenseNumber the exact licence number; null for all
     * @param verified only those whose licence was checked, or only the others; null for both
     */
    Page<ClinicCard> search(String text, String licenseNumber, Boolean verified, PageRequest page);

    /** One of them, with its doctors. */
    ClinicCard card(ListedClinic clinic);
}

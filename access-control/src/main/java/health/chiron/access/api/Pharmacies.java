package health.chiron.access.api;

import health.chiron.domain.access.PharmacyId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/**
 * The directory of pharmacies that everybody shares (MediKeep: «global reference data»). Everybody who is signed in reads it,
 * administrators of clinics and of the platform write it.
 */
@Local
public interface Pharmacies {
    /** The pharmacies, by name. */
    Page<PharmacyView> search(PharmacyQuery query, PageRequest page);

    /** One of them. */
    PharmacyView get(PharmacyId pharmacy);

    /**
     * Enters a pharmacy.
     *
     * @throws health.chiron.domain.shared.Refusal {@code pharmacy/store-taken} when the branch of the chain is there already
     */
    PharmacyView add(PharmacyData data);

    /**
     * Changes an entry.
     *
     * @param version the version that the change is based on
     * @throws health.chiron.domain.shared.Refusal stale; {@code pharmacy/store-taken}
     */
    PharmacyView change(PharmacyId pharmacy, long version, PharmacyData data);
}

package health.chiron.access.api;

import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/**
 * The directory of practitioners that everybody shares (MediKeep: «global reference data»). Everybody who is signed in reads
 * it, administrators of clinics and of the platform write it, platform administrators merge double entries.
 */
@Local
public interface Practitioners {
    /** The entries, by name; those merged into others are left out. */
    Page<PractitionerView> search(PractitionerQuery query, PageRequest page);

    /** One of them; for an entry that was merged, the one that was kept. */
    PractitionerView get(PractitionerId practitioner);

    /** Enters somebody. */
    PractitionerView add(PractitionerData data);

    /**
     * Changes an entry.
     *
     * @param version the version that the change is based on
     * @throws health.chiron.domain.shared.Refusal stale; {@code practitioner/has-account}; {@code practitioner/merged}
     */
    PractitionerView change(PractitionerId practitioner, long version, PractitionerData data);

    /**
     * Merges a double entry into the one that is kept. What the kept one leaves open is filled from the other; records that name
     * the other go on naming it, and reach the kept one through it.
     *
     * @throws health.chiron.domain.shared.Refusal {@code practitioner/has-account}; {@code practitioner/merged}
     */
    PractitionerView merge(PractitionerId kept, PractitionerId duplicate);
}

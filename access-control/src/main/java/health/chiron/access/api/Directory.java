package health.chiron.access.api;

import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import jakarta.ejb.Local;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Practitioners and organisations that imported records name; for integrators. */
@Local
public interface Directory {
    /** Finds the practitioner by source and id there, or adds it. */
    Entry<PractitionerId> practitioner(Incoming incoming);

    /** Finds the organisation by source and id there, or adds it. */
    Entry<OrganizationId> organization(Incoming incoming);

    /**
     * A practitioner or organisation as another system names it.
     *
     * @param detail a practitioner's specialization, or an organisation's address
     */
    record Incoming(
            @NotNull health.chiron.domain.access.ClinicId clinicId,
            @NotBlank @Size(max = 200) String sourceSystem,
            @NotBlank @Size(max = 200) String sourceId,
            @NotBlank @Size(max = Limits.NAME) String name,
            @Size(max = 50) String phone,
            @Size(max = 100) String detail)
            implements AboutClinic {}

    /**
     * The entry of the directory.
     *
     * @param created whether it is new
     */
    record Entry<T>(T id, boolean created) {}
}

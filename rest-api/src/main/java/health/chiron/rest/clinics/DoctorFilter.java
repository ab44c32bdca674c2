package health.chiron.rest.clinics;

import health.chiron.access.api.DoctorQuery;
import health.chiron.access.api.ListedClinic;
import health.chiron.domain.access.ClinicId;
import jakarta.ws.rs.QueryParam;

/** Which doctors are wanted. */
public class DoctorFilter {
    @QueryParam("name")
    private String name;

    @QueryParam("specialization")
    private String specialization;

    @QueryParam("license_number")
    private String licenseNumber;

    @QueryParam("active")
    private Boolean active;

    @QueryParam("verified")
    private Boolean verified;

    @QueryParam("clinic_id")
    private ClinicId clinicId;

    DoctorQuery toQuery() {
        return new DoctorQuery(
                name,
                specialization,
                licenseNumber,
                active,
                verified,
                clinicId == null ? null : new ListedClinic(clinicId));
    }
}

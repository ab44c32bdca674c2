package health.chiron.rest.clinics;

import health.chiron.access.api.ClinicQuery;
import jakarta.ws.rs.QueryParam;

/** Which clinics are wanted. */
public class ClinicFilter {
    @QueryParam("name")
    private String name;

    @QueryParam("license_number")
    private String licenseNumber;

    @QueryParam("active")
    private Boolean active;

    @QueryParam("verified")
    private Boolean verified;

    ClinicQuery toQuery() {
        return new ClinicQuery(name, licenseNumber, active, verified);
    }
}

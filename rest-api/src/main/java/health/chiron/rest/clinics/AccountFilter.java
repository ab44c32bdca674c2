package health.chiron.rest.clinics;

import health.chiron.access.api.AccountQuery;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicId;
import jakarta.ws.rs.QueryParam;

/** Which accounts are wanted. */
public class AccountFilter {
    @QueryParam("clinic_id")
    private ClinicId clinicId;

    @QueryParam("kind")
    private AccountKind kind;

    @QueryParam("status")
    private AccountStatus status;

    @QueryParam("search")
    private String search;

    AccountQuery toQuery() {
        return new AccountQuery(clinicId, kind, status, search);
    }
}

package health.chiron.rest.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.wire.DayOrTime;
import jakarta.ws.rs.QueryParam;

/** What an auditor looks for. */
public class AuditFilter {
    @QueryParam("patient_id")
    private PatientId patientId;

    @QueryParam("account_id")
    private AccountId accountId;

    @QueryParam("grant_id")
    private GrantId grantId;

    @QueryParam("action")
    private Action action;

    @QueryParam("outcome")
    private Outcome outcome;

    @QueryParam("from")
    private DayOrTime from;

    @QueryParam("until")
    private DayOrTime until;

    AuditQuery toQuery() {
        return new AuditQuery(
                patientId,
                accountId,
                grantId,
                action,
                outcome == null ? null : outcome.name(),
                DayOrTime.start(from),
                DayOrTime.end(until));
    }

    /** How a call ended. */
    public enum Outcome {
        /** Let in. */
        PERMITTED,
        /** Not let in. */
        DENIED,
        /** Let in, and then it failed. */
        FAILED
    }
}

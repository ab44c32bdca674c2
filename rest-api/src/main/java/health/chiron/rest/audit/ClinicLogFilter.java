package health.chiron.rest.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.wire.DayOrTime;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;

/** What a clinic's administrator looks for, and in which order. */
public class ClinicLogFilter {
    @QueryParam("patient_id")
    private PatientId patientId;

    @QueryParam("account_id")
    private AccountId accountId;

    @QueryParam("grant_id")
    private GrantId grantId;

    @QueryParam("action")
    private Action action;

    @QueryParam("category")
    private Category category;

    @QueryParam("outcome")
    private Outcome outcome;

    @QueryParam("relationship")
    private String relationship;

    @QueryParam("channel")
    private Channel channel;

    @QueryParam("request_id")
    private String requestId;

    @QueryParam("address")
    private String address;

    @QueryParam("from")
    private DayOrTime from;

    @QueryParam("until")
    private DayOrTime until;

    @QueryParam("sort")
    private AuditQuery.Sort sort;

    @QueryParam("order")
    private SortOrder order;

    /** The same for a door. */
    public AuditQuery toQuery() {
        return new AuditQuery(
                patientId,
                accountId,
                null,
                grantId,
                action,
                category,
                outcome == null ? null : outcome.name(),
                relationship == null ? null : relationship.toUpperCase(Locale.ROOT),
                channel,
                requestId,
                address,
                DayOrTime.start(from),
                DayOrTime.end(until),
                sort,
                order == SortOrder.ASC);
    }
}

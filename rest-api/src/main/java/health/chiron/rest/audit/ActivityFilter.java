package health.chiron.rest.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.ActivityQuery;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.rest.wire.DayOrTime;
import jakarta.ws.rs.QueryParam;

/** What is looked for in the activity log. */
public class ActivityFilter {
    @QueryParam("account_id")
    private AccountId accountId;

    @QueryParam("clinic_id")
    private ClinicId clinicId;

    @QueryParam("action")
    private Action action;

    @QueryParam("category")
    private Category category;

    @QueryParam("outcome")
    private Outcome outcome;

    @QueryParam("from")
    private DayOrTime from;

    @QueryParam("until")
    private DayOrTime until;

    ActivityQuery toQuery() {
        return new ActivityQuery(
                accountId,
                clinicId,
                action,
                category,
                outcome == null ? null : outcome.name(),
                DayOrTime.start(from),
                DayOrTime.end(until));
    }
}

package health.chiron.rest.visits;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.VisitQuery;
import health.chiron.rest.wire.DayOrTime;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which visit records are wanted. */
public class VisitFilter {
    @QueryParam("visit_type")
    private VisitType visitType;

    @QueryParam("record_type")
    private VisitType recordType;

    @QueryParam("clinic_id")
    private ClinicId clinicId;

    @QueryParam("start_date")
    private DayOrTime startDate;

    @QueryParam("end_date")
    private DayOrTime endDate;

    @QueryParam("follow_up_due")
    @DefaultValue("false")
    private Boolean followUpDue;

    @QueryParam("professional_only")
    @DefaultValue("false")
    private Boolean professionalOnly;

    /**
     * The same for a door. The seeds have two names for the type of a visit; both work.
     *
     * @throws Refusal when both names are there and differ
     */
    public VisitQuery toQuery() {
        if (visitType != null && recordType != null && visitType != recordType) {
            throw Refusal.invalid(
                    "record_type", "contradiction", "Name the type once, as visit_type or as record_type.");
        }
        return new VisitQuery(
                visitType == null ? recordType : visitType,
                clinicId,
                DayOrTime.start(startDate),
                DayOrTime.end(endDate),
                followUpDue,
                professionalOnly);
    }
}

package health.chiron.rest.audit;

import health.chiron.access.api.OversightPeriod;
import health.chiron.domain.shared.Refusal;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days that are looked at from above. */
public class OversightSpan {
    @QueryParam("from")
    private LocalDate from;

    @QueryParam("until")
    private LocalDate until;

    @QueryParam("time_zone")
    private String timeZone;

    /**
     * The period.
     *
     * @throws Refusal naming {@code time_zone} when there is no such zone
     */
    public OversightPeriod toPeriod() {
        try {
            return new OversightPeriod(from, until, ZoneId.of(timeZone == null ? "UTC" : timeZone));
        } catch (DateTimeException e) {
            throw Refusal.invalid("time_zone", "format", "There is no such time zone.");
        }
    }
}

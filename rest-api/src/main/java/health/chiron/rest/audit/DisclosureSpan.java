package health.chiron.rest.audit;

import health.chiron.access.api.DisclosurePeriod;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.wire.DayOrTime;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The period of an account of disclosures, and how its paper is written. */
public class DisclosureSpan {
    @QueryParam("from")
    private DayOrTime from;

    @QueryParam("until")
    private DayOrTime until;

    @QueryParam("language")
    @DefaultValue("en")
    private PaperLanguage language;

    @QueryParam("time_zone")
    private String timeZone;

    /** The languages of papers. */
    public enum PaperLanguage {
        /** English. */
        EN,
        /** German. */
        DE
    }

    /** The period. */
    public DisclosurePeriod toPeriod() {
        return new DisclosurePeriod(DayOrTime.start(from), DayOrTime.end(until));
    }

    /** The language of a paper. */
    public String toLanguage() {
        return language == PaperLanguage.DE ? "de" : "en";
    }

    /**
     * The zone in which a paper tells its times.
     *
     * @throws Refusal naming {@code time_zone} when there is no such zone
     */
    public ZoneId toZone() {
        try {
            return ZoneId.of(timeZone == null ? "UTC" : timeZone);
        } catch (DateTimeException e) {
            throw Refusal.invalid("time_zone", "format", "There is no such time zone.");
        }
    }
}

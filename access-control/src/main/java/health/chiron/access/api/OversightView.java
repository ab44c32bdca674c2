package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The log from above.
 *
 * @param days one for each day of the period, oldest first, also those on which nothing was done
 * @param findings what is unlike the usual, by kind, the largest first
 * @param alarm that the log itself needs somebody; null when it does not, and for a clinic
 */
public record OversightView(List<Day> days, List<Finding> findings, LogAlarm alarm) {
    /** Copies the lists. */
    public OversightView {
        days = List.copyOf(days);
        findings = List.copyOf(findings);
    }

    /**
     * How many entries a day has.
     *
     * @param permitted let in
     * @param denied not let in
     * @param failed let in, and then it failed
     */
    public record Day(LocalDate day, long permitted, long denied, long failed) {}

    /**
     * Something unlike the usual.
     *
     * @param who the person's name
     * @param clinicName in whose name, where it is one clinic
     * @param from the earliest entry it is about
     * @param until behind the latest entry it is about
     * @param count how many patients, refusals, accesses or files
     * @param usual how many patients a day are usual for this person; null for the other kinds
     */
    public record Finding(
            Kind kind,
            AccountId accountId,
            String who,
            String clinicName,
            Instant from,
            Instant until,
            long count,
            Long usual) {}

    /** The kinds of findings. */
    public enum Kind {
        /** Access without the owner, given for an emergency. */
        EMERGENCY,
        /** Many more patients in a day than this person usually looks at. */
        MANY_PATIENTS,
        /** Many refusals in a short time. */
        REFUSALS,
        /** Patients looked at outside the clinic's hours. */
        OUTSIDE_HOURS,
        /** Something was taken away as a file. */
        EXPORTS
    }
}

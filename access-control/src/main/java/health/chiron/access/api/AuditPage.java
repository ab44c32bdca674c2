package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.util.List;
import java.util.Set;

/**
 * A part of the access log.
 *
 * @param entries the entries of this part
 * @param total how many entries there are in all, counted up to {@link #COUNTED}
 * @param more whether there are more than that
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 * @param patients the patient that was looked for: whoever reads the log of one patient leaves a row with that patient
 */
public record AuditPage(
        List<AccessEntry> entries, long total, boolean more, int offset, int limit, Set<PatientId> patients)
        implements AboutPatients {
    /** Counting stops here: nobody pages that far, and a log of millions of rows is not read for a number. */
    public static final int COUNTED = 100_000;

    /** Copies the lists. */
    public AuditPage {
        entries = List.copyOf(entries);
        patients = Set.copyOf(patients);
    }

    /** The same as a page of a list. */
    public Page<AccessEntry> page() {
        return new Page<>(entries, total, offset, limit);
    }
}

package health.chiron.rest.patients;

import health.chiron.domain.shared.Page;
import health.chiron.records.api.PatientPage;
import java.util.List;

/**
 * A part of the list of reachable patients (medical records seed, GET /patients).
 *
 * @param patients the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record PatientList(List<PatientPage.Entry> patients, long total, int offset, int limit) {
    /** Copies the list. */
    public PatientList {
        patients = List.copyOf(patients);
    }

    /** The part as the wire has it. */
    public static PatientList of(Page<PatientPage.Entry> page) {
        return new PatientList(page.items(), page.total(), page.offset(), page.limit());
    }
}

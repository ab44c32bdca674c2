package health.chiron.access.internal.door;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import java.util.UUID;

/**
 * What an operation is about.
 *
 * @param named whether the call names a patient or a patient's row, known or not
 * @param patient the patient; null when none is named or the id is unknown
 * @param clinic the clinic named, or the clinic of the row
 * @param record the row's id
 */
record Subject(boolean named, PatientId patient, ClinicId clinic, UUID record) {
    boolean unknown() {
        return named && patient == null;
    }
}

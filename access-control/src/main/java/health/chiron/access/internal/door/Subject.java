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
 * @param person whether the call names somebody's account or a program: to whoever has nothing to do with it, nothing is said of it
 * @param inClinicsName whether it is a command in a clinic's name, be the clinic named or the actor's only one
 */
record Subject(boolean named, PatientId patient, ClinicId clinic, UUID record, boolean person, boolean inClinicsName) {
    /** Nothing but a patient's id: working at a clinic says nothing about it. */
    boolean patientAlone() {
        return named && record == null;
    }

    boolean unknown() {
        return named && patient == null;
    }
}

package health.chiron.records.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Patients, human and animal. */
@Local
public interface Patients {
    /**
     * Registers a patient at a clinic. The owner's contact gets a code to prove it; until access is granted the clinic sees
     * who the patient is, for a day, and nothing more.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code records/microchip-taken} naming the field
     */
    PatientView register(RegisterPatient command);

    /** Finds a patient that the clinic does not reach, by exact facts. */
    PatientMatches lookUp(PatientLookup lookup);

    /**
     * Finds a patient in an emergency: by the exact whole name and the exact date of birth, for doctors whom the clinic lists for
     * emergencies. Who it is, nothing more; each look is in the patient's log, with who looked.
     *
     * @throws health.chiron.domain.shared.Refusal too many look-ups by this account
     */
    PatientMatches lookUpInEmergency(EmergencyLookup lookup);

    /** The patients whom the actor reaches, by name. */
    PatientPage list(PatientQuery query, PageRequest page);

    /** A patient with demographics. */
    PatientView get(PatientId patient);

    /**
     * Corrects demographics.
     *
     * @param version the version that the correction is based on
     * @throws health.chiron.domain.shared.Refusal stale when it is not the current one
     */
    PatientView correct(PatientId patient, long version, PatientData data);

    /** The head of every page about a patient. */
    PatientBanner banner(PatientId patient);
}

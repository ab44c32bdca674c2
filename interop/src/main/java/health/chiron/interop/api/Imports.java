package health.chiron.interop.api;

import jakarta.ejb.Local;

/** Brings files of other systems in; for integrators, in the name of their clinic. */
@Local
public interface Imports {
    /**
     * Takes a FHIR R4 Bundle as Synthea writes it: patients with their encounters and conditions, or the practitioners and
     * organisations that charts refer to. Whole or not at all, in one transaction; the same file a second time changes
     * nothing but adds a run to the list.
     *
     * @throws health.chiron.domain.shared.Refusal invalid, naming the field {@code content} with {@code not_json},
     *     {@code incomplete} (it ends in the middle), {@code not_a_bundle}, {@code empty} (nothing in it that is imported),
     *     {@code no_patient} (clinical content without its patient), {@code too_large}, or why a patient cannot be taken, such
     *     as {@code patient_without_contact}
     */
    ImportReport take(ImportFile file);
}

package health.chiron.records.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.ConsentAtDesk;
import health.chiron.access.api.NewOwner;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A patient to be registered at a clinic together with the person who owns the access.
 *
 * @param clinicId the registering clinic; may be left out by somebody with one clinic
 * @param patient who the patient is
 * @param owner who decides about access: the person, a guardian, the animal's owner
 * @param consent what is signed at the desk meanwhile; may be left out
 */
public record RegisterPatient(
        ClinicId clinicId,
        @NotNull @Valid PatientData patient,
        @NotNull @Valid NewOwner owner,
        @Valid ConsentAtDesk consent)
        implements AboutClinic {}

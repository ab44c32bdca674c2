package health.chiron.access.internal.grants;

import health.chiron.access.api.ConsentAtDesk;
import health.chiron.access.api.RegistrationConsents;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Lets the module that registers patients take a signature. */
@Stateless
@Local(RegistrationConsents.class)
public class SignedAtRegistration implements RegistrationConsents {
    @Inject
    private Signatures signatures;

    @Override
    public void signed(PatientId patient, ClinicId clinic, ConsentAtDesk consent) {
        signatures.witnessed(patient, clinic, consent);
    }

    @Override
    public void tellOwner(PatientId patient) {
        signatures.tellOwner(patient);
    }
}

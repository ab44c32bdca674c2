package health.chiron.rest.patients;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets animals through and nobody else: a person's id under /pets leads nowhere. */
@ApplicationScoped
public class Animals {
    @Inject
    private Patients patients;

    /**
     * The same id, if it is an animal's.
     *
     * @throws Refusal not found when it is a person's, or not reachable
     */
    public PatientId only(PatientId patient) {
        if (patients.banner(patient).identity().kind() != PatientKind.ANIMAL) {
            throw Refusal.notFound();
        }
        return patient;
    }
}

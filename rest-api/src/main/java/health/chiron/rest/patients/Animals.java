package health.chiron.rest.patients;

import health.chiron.access.api.CurrentCall;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets animals through and nobody else: a person's id under /pets leads nowhere. */
@ApplicationScoped
public class Animals {
    @Inject
    private CurrentCall call;

    /** The same id; the guard at the next door refuses it as not found when it is a person's. */
    public PatientId only(PatientId patient) {
        call.onlyAnimals();
        return patient;
    }
}

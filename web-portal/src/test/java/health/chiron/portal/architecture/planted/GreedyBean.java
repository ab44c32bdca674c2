package health.chiron.portal.architecture.planted;

import health.chiron.access.api.ClinicQuery;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.PageRequest;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Breaks: few injections, view state survives, getters do not ask doors. */
@Named
@ViewScoped
class GreedyBean implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Clinics one;

    @Inject
    Clinics two;

    @Inject
    Clinics three;

    @Inject
    Clinics four;

    @Inject
    Clinics five;

    @Inject
    Clinics six;

    Optional<ClinicId> notStorable = Optional.empty();

    /** Asks a door whenever it is looked at. */
    public Object getClinics() {
        return one.list(ClinicQuery.ALL, PageRequest.first(1));
    }
}

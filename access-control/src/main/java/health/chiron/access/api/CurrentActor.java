package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;

/** The actor that the guard has let in, for stamping what it writes. Empty outside a guarded door. */
@RequestScoped
public class CurrentActor {
    private Actor actor;

    /** Set by the guard. */
    public void is(Actor who) {
        this.actor = who;
    }

    /**
     * The actor.
     *
     * @throws IllegalStateException if no guard has let anybody in: a fault of the program, never of the caller
     */
    public Actor get() {
        if (actor == null) {
            throw new IllegalStateException("no actor has passed a door in this call");
        }
        return actor;
    }

    /**
     * The clinic that the actor acts for: the one named, or the only one it has.
     *
     * @throws Refusal if several clinics are possible and none is named, or the named one is not the actor's
     */
    public ClinicId clinic(ClinicId named) {
        if (named != null) {
            if (!get().worksAt(named)) {
                throw Refusal.notFound();
            }
            return named;
        }
        if (get().clinics().size() != 1) {
            throw Refusal.invalid("clinicId", "required", "Name the clinic that you act for.");
        }
        return get().clinics().iterator().next();
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The actor that the guard has let in, and by what right, for stamping what is written. Empty outside a guarded door. */
@RequestScoped
public class CurrentActor {
    private Actor actor;
    private Standing standing;

    /** Set by the guard. */
    public void is(Actor who, Standing by) {
        this.actor = who;
        this.standing = by;
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

    /** By what right, when the present operation is about a patient. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
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

package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;

/** A command that acts in a clinic's name; the policy checks that the actor works there. */
public interface AboutClinic {
    /** The clinic; null where the actor's only one is meant. */
    ClinicId clinicId();
}

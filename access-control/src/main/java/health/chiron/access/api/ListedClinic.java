package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;

/** A clinic as the public directory lists it: looking at its card is done in nobody's name. */
public record ListedClinic(ClinicId id) {}

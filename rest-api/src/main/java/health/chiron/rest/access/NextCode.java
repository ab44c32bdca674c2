package health.chiron.rest.access;

/**
 * How the next code of an offer is told.
 *
 * @param byLetter whether it goes to the owner's proven contact as well; left out, it is only shown
 */
public record NextCode(Boolean byLetter) {}

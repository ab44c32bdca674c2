package health.chiron.domain.access;

/** A part of the chart that a grant can leave out. */
public enum Section {
    /** Visit records with their addenda. */
    VISITS,
    /** The problem list. */
    CONDITIONS
}

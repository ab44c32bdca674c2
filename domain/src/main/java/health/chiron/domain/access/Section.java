package health.chiron.domain.access;

/** A part of the chart that a grant or a share can leave out. */
public enum Section {
    /** Visit records with their addenda. */
    VISITS,
    /** The problem list. */
    CONDITIONS,
    /** Illnesses in the family. */
    FAMILY_HISTORY
}

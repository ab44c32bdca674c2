package health.chiron.rest.audit;

/** Which way a list is sorted. */
public enum SortOrder {
    /** The smallest or oldest first. */
    ASC,
    /** The largest or newest first. */
    DESC
}

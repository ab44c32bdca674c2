package health.chiron.domain.access;

/** By which way somebody is reached. */
public enum ContactKind {
    /** By mail. */
    EMAIL,
    /** By short messages. */
    PHONE
}

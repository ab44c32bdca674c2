package health.chiron.domain.access;

/** Where an account stands. */
public enum AccountStatus {
    /** Made by somebody else; the person has not set a password yet. */
    INVITED,
    /** In use. */
    ACTIVE,
    /** Retired: kept for the records that name it, refused everywhere. */
    DEACTIVATED
}

package health.chiron.domain.access;

/** Why a share is over. */
public enum ShareEnd {
    /** Who gave it, or an owner, took it back. */
    WITHDRAWN,
    /** Who had it gave it back. */
    LEFT,
    /** Another share of the same patient took its place. */
    REPLACED,
    /** Its time ran out. */
    EXPIRED,
    /** Who gave it may no longer share. */
    SHARER_LEFT,
    /** The patient has a new owner. */
    OWNER_CHANGED
}

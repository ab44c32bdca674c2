package health.chiron.domain.access;

/** Where a program stands between its registration and its end. */
public enum ClientState {
    /** The clinic asked; nobody has decided. */
    REQUESTED,
    /** The platform let it in: it gets tokens. */
    APPROVED,
    /** The platform said no. For good: another try is another registration. */
    REFUSED,
    /** Held back for a while; its tokens stopped at that moment. */
    SUSPENDED,
    /** Over, for good. */
    REVOKED
}

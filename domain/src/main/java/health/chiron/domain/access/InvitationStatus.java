package health.chiron.domain.access;

/** How far an invitation has come (MediKeep, invitations.status). */
public enum InvitationStatus {
    /** Waits for an answer. */
    PENDING,
    /** The answer was yes. */
    ACCEPTED,
    /** The answer was no. */
    REJECTED,
    /** Nobody answered in time. Never stored: the clock says so. */
    EXPIRED,
    /** Called off before an answer. */
    CANCELLED
}

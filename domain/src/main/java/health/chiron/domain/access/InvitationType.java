package health.chiron.domain.access;

/** What an invitation offers (MediKeep, invitations.invitation_type). */
public enum InvitationType {
    /** A share of a patient. */
    PATIENT_SHARE,
    /** A look at what one relative had. */
    FAMILY_HISTORY_SHARE,
    /** The sender's own ownership of a patient. */
    OWNERSHIP_TRANSFER,
    /** A place among the people of a family; about no patient. */
    FAMILY_JOIN
}

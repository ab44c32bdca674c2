package health.chiron.access.api;

import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;

/**
 * Which invitations are looked for; every part may be left out.
 *
 * @param status how far they have come; that nobody answered in time is told from the end
 * @param invitationType what they offer
 */
public record InvitationQuery(InvitationStatus status, InvitationType invitationType) {
    /** All of them. */
    public static final InvitationQuery ALL = new InvitationQuery(null, null);

    /** Those that wait for an answer. */
    public static final InvitationQuery WAITING = new InvitationQuery(InvitationStatus.PENDING, null);
}

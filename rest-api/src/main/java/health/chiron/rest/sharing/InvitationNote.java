package health.chiron.rest.sharing;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.Size;

/**
 * A few words beside an answer.
 *
 * @param note to the sender; may be left out
 */
public record InvitationNote(
        @Size(max = Limits.INVITATION_NOTE) String note) {
    /** Says nothing of the words. */
    @Override
    public String toString() {
        return "InvitationNote[...]";
    }
}

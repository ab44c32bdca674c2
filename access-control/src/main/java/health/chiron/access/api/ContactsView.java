package health.chiron.access.api;

import java.time.Instant;

/**
 * How the own account is reached.
 *
 * @param email the mail address; null for none
 * @param emailVerified whether a code sent there has come back
 * @param phone the telephone number in E.164; null for none
 * @param phoneVerified whether a code sent there has come back
 * @param waitingFor the new contact whose code is waited for; null for none
 * @param waitsUntil until when its code holds; null for none
 */
public record ContactsView(
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        String waitingFor,
        Instant waitsUntil) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ContactsView[...]";
    }
}

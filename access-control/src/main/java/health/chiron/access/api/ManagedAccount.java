package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.ClinicId;
import java.time.Instant;
import java.util.List;

/**
 * An account as an administrator sees it.
 *
 * @param lockedUntil until when failed sign-ins pause it; null when they do not
 * @param passwordChangeRequired whether the password has to be changed before anything else
 * @param secondFactor whether a second factor is asked at sign-in
 * @param lastSignInAt the latest sign-in; null when there was none
 * @param deactivatedAt when it was retired; null when it is not
 * @param deactivationReason why
 * @param clinics where it works now, as far as the reader works there too
 * @param manageable whether the reader may change it
 * @param authMethod how it signs in
 * @param lastSsoLogin the latest sign-in through a provider that is linked now; null when there was none
 */
public record ManagedAccount(
        AccountId id,
        AccountKind kind,
        String username,
        String fullName,
        String email,
        String phone,
        AccountStatus status,
        Instant lockedUntil,
        boolean passwordChangeRequired,
        boolean secondFactor,
        Instant createdAt,
        Instant lastSignInAt,
        Instant deactivatedAt,
        String deactivationReason,
        List<Workplace> clinics,
        boolean manageable,
        AuthMethod authMethod,
        Instant lastSsoLogin) {
    /** Copies the list. */
    public ManagedAccount {
        clinics = List.copyOf(clinics);
    }

    /** A clinic where the account works. */
    public record Workplace(ClinicId clinicId, String clinicName) {}

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ManagedAccount[" + id + "]";
    }
}

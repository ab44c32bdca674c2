package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What ends when an account changes, in the transaction of the change. */
@ApplicationScoped
public class Endings {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Ends the open sessions of an account, and their tokens with them.
     *
     * @param kept the one that goes on; null for none
     */
    public void sessions(AccountId account, SessionId kept, String reason) {
        sql.update(
                "UPDATE access.session SET ended_at = ?, end_reason = ? WHERE account_id = ? AND ended_at IS NULL AND id IS DISTINCT FROM ?::uuid",
                clock.instant(),
                reason,
                account,
                kept);
        sql.update(
                "UPDATE access.sign_in_step SET used_at = ? WHERE account_id = ? AND used_at IS NULL",
                clock.instant(),
                account);
    }

    /**
     * Ends the sessions that came by a provider of single sign-on, and the sign-ins under way by it.
     *
     * @param kept the one that goes on
     */
    public void sessionsOf(AccountId account, String provider, SessionId kept) {
        sql.update(
                "UPDATE access.session SET ended_at = ?, end_reason = 'ACCOUNT_CHANGED' WHERE account_id = ? AND sso_provider = ? AND ended_at IS NULL AND id <> ?",
                clock.instant(),
                account,
                provider,
                kept);
        sql.update(
                "UPDATE access.sign_in_step SET used_at = ? WHERE account_id = ? AND sso_provider = ? AND used_at IS NULL",
                clock.instant(),
                account,
                provider);
    }

    /** Lets the links to a new password die. */
    public void links(AccountId account) {
        sql.update(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND purpose = 'PASSWORD_RESET' AND used_at IS NULL AND expires_at > ?",
                clock.instant(),
                account,
                clock.instant());
    }

    /** Lets every open link and code die: invitations, new passwords, proofs of a contact. */
    public void linksAndCodes(AccountId account) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND used_at IS NULL AND expires_at > ?",
                now,
                account,
                now);
    }
}

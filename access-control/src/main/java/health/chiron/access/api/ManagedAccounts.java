package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;

/**
 * Accounts of other people, through their whole life; for platform administrators, and for a clinic's administrator those who
 * work there. An administrator of a clinic changes only accounts that work at no other clinic, and nobody an account of a kind
 * above the own or the own account. Every change ends what it has to end at once: sessions, tokens, links and codes.
 */
@Local
public interface ManagedAccounts {
    /** Accounts by name: all but the system's own for platform administrators, else those of the clinic named. */
    Page<ManagedAccount> list(AccountQuery query, PageRequest page);

    /**
     * One account.
     *
     * @throws health.chiron.domain.shared.Refusal not found for whoever has nothing to do with it
     */
    ManagedAccount get(AccountId account);

    /**
     * Sets right what was entered wrongly. The name always; contacts only while nobody has used the account: the invitation then goes
     * out anew, and the link sent before does not work any more.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/contact-is-holders}, {@code account/email-taken}; invalid
     *     {@code contact/needed} for an account that waits without any; for the rest as {@link #deactivate}
     */
    ManagedAccount correct(AccountId account, AccountCorrection correction);

    /**
     * Sends the invitation anew; the link sent before does not work any more.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/not-invited}; for the rest as {@link #deactivate}
     */
    ManagedAccount resendInvitation(AccountId account);

    /**
     * Retires an account: its sessions end at once, its open links and codes die, what it owns stays its own.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/own}, {@code account/deactivated},
     *     {@code account/last-administrator}; forbidden {@code account/works-elsewhere}, {@code account/kind-above}
     */
    ManagedAccount deactivate(AccountId account, Deactivation why);

    /**
     * Takes a deactivated account into use again.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/not-deactivated}; for the rest as {@link #deactivate}
     */
    ManagedAccount activate(AccountId account);

    /** Ends the pause that failed sign-ins have brought; refused as {@link #deactivate}. */
    ManagedAccount unlock(AccountId account);

    /**
     * Has the password changed before anything else is done; sessions end at once.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/not-active}; for the rest as {@link #deactivate}
     */
    ManagedAccount requireNewPassword(AccountId account);

    /** The open sessions of an account, the latest used first; refused as {@link #deactivate}. */
    List<AccountSession> sessions(AccountId account);

    /**
     * Ends one session of an account and its tokens.
     *
     * @throws health.chiron.domain.shared.Refusal not found when it is not an open one of this account; for the rest as {@link
     *     #deactivate}
     */
    void endSession(AccountId account, SessionId session);

    /** Ends all sessions and tokens of an account; refused as {@link #deactivate}. */
    ManagedAccount endSessions(AccountId account);

    /**
     * Removes a second factor that its holder has lost; the holder is told, and every session ends.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code second-factor/off}; for the rest as {@link #deactivate}
     */
    ManagedAccount removeSecondFactor(AccountId account);

    /** For which kinds of account a second factor is required; for platform administrators. */
    SecondFactorPolicy secondFactorPolicy();

    /**
     * Says for which kinds of account a second factor is required. Sessions of accounts of these kinds without one end; at the next
     * sign-in they set one up and can do nothing else before.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code second-factor/own-first} when the own kind is among them and the
     *     own account has none yet
     */
    SecondFactorPolicy requireSecondFactor(SecondFactorPolicy policy);
}

package health.chiron.access.api;

import health.chiron.domain.access.SessionId;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.domain.records.PatientId;
import jakarta.ejb.Local;
import java.util.List;

/**
 * What people do with their own account. Changes of what protects it ask the password again, and a wrong one counts as a failed
 * sign-in: a session that somebody else got hold of is no way to guess it.
 */
@Local
public interface OwnAccount {
    /**
     * Changes the password; all other sessions end, and open links to a new one die.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code wrong} at {@code oldPassword}, or when the new one is too weak or
     *     the old one; too many {@code sign-in/locked}
     */
    void changePassword(PasswordChange change);

    /** How the second factor stands. */
    SecondFactorView secondFactor();

    /**
     * Begins to set up a second factor; it counts from the first code on, see {@link #confirm}. Beginning again makes a new secret.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code second-factor/on}; invalid {@code wrong} at {@code password}
     */
    Enrolment enrol(PasswordProof proof);

    /**
     * Turns the second factor on with a first code.
     *
     * @return the recovery codes, which are shown this once
     * @throws health.chiron.domain.shared.Refusal conflict {@code second-factor/not-begun}; invalid {@code wrong} at {@code code}
     */
    RecoveryCodes confirm(FactorCode code);

    /**
     * Turns the second factor off.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code second-factor/off}, {@code second-factor/required}; invalid
     *     {@code wrong} at {@code password} or {@code code}
     */
    void turnOff(FactorProof proof);

    /** Makes new recovery codes; the old ones do not work any more. Refused as {@link #turnOff}, but never as required. */
    RecoveryCodes renewRecoveryCodes(FactorProof proof);

    /** The open sessions, the latest used first. */
    List<SessionView> sessions();

    /**
     * Ends one of the own sessions and its tokens.
     *
     * @throws health.chiron.domain.shared.Refusal not found when it is not one of the own open ones
     */
    void endSession(SessionId session);

    /** Ends all sessions but this one. */
    void endOtherSessions();

    /**
     * Keeps a patient at hand; one whom the account reaches now. It is forgotten as soon as the account does not reach it.
     *
     * @return the account
     */
    AccountView keepAtHand(PatientId patient);

    /** Keeps no patient at hand. */
    AccountView keepNobodyAtHand();

    /** How the account stands with single sign-on. */
    SsoView singleSignOn();

    /**
     * Says what is to happen when somebody with the same verified mail address arrives from a provider.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code sso/always-asked} for automatic linking of an administrator's or
     *     auditor's account
     */
    SsoView preferLinking(SsoPreference preference);

    /**
     * Takes a link away; the sessions that came by it end, except this one. An account without a password keeps its link until it
     * has one.
     *
     * @throws health.chiron.domain.shared.Refusal not found when it is not one of the own; conflict {@code sso/no-password}; invalid
     *     {@code wrong} at {@code password}
     */
    SsoView unlink(SsoLinkId link, PasswordProof proof);
}

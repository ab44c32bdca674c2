package health.chiron.access.internal.signin;

import health.chiron.access.api.Credentials;
import health.chiron.access.internal.door.Fields;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Proofs of who somebody is, counted and logged when they fail. */
@ApplicationScoped
public class Proofs {
    @Inject
    private Sessions sessions;

    @Inject
    private Passwords passwords;

    @Inject
    private Fields fields;

    @Inject
    private CallLimits limits;

    @Inject
    private Clock clock;

    /**
     * The account whose name and password these are. Called outside any transaction: a password takes its time.
     *
     * @throws Refusal {@code sign-in/failed}, whatever of the two is wrong; too many {@code sign-in/locked}, {@code rate/too-many}
     */
    public Sessions.Known byPassword(Credentials credentials) {
        fields.check(credentials);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        limits.takeByName(Limit.SIGN_IN_NAME, credentials.username());
        Sessions.Known known = sessions.find(credentials.username()).orElse(null);
        boolean right = passwords.matches(credentials.password(), known == null ? null : known.hash());
        if (known != null && isLocked(known)) {
            // Told only to somebody who knows the password: to anybody else a locked account answers like an unknown
            // one.
            sessions.failed(known, "locked");
            if (right) {
                throw lockedFor(known);
            }
            throw failed();
        }
        if (!right || !known.active()) {
            sessions.failed(known, "credentials");
            throw failed();
        }
        return known;
    }

    /**
     * The account of somebody who is signed in, when the password is its own; a wrong one counts as a failed sign-in.
     *
     * @param field where it was typed
     * @throws Refusal invalid {@code wrong} at the field; too many {@code sign-in/locked}
     */
    public Sessions.Known again(AccountId account, String field, String password) {
        Sessions.Known known = sessions.find(account).orElseThrow(Refusal::notFound);
        if (isLocked(known)) {
            throw lockedFor(known);
        }
        if (!passwords.matches(password, known.hash())) {
            sessions.countFailure(known.id());
            throw Refusal.invalid(field, "wrong", "This is not your present password.");
        }
        return known;
    }

    /**
     * Lets nobody pass whose account is paused; the try is logged and neither counts nor prolongs it.
     *
     * @throws Refusal too many {@code sign-in/locked}
     */
    public void mustNotBeLocked(Sessions.Known known) {
        if (isLocked(known)) {
            sessions.failed(known, "locked");
            throw lockedFor(known);
        }
    }

    private boolean isLocked(Sessions.Known known) {
        return known.lockedUntil() != null && known.lockedUntil().isAfter(clock.instant());
    }

    private Refusal lockedFor(Sessions.Known known) {
        return Refusal.tooMany(
                "sign-in/locked",
                "Too many failed tries. The account opens again by itself.",
                Duration.between(clock.instant(), known.lockedUntil()).plusSeconds(1));
    }

    static Refusal failed() {
        return Refusal.unauthenticated("sign-in/failed", "The sign-in name or the password is not right.");
    }
}

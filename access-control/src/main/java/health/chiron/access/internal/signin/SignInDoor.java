package health.chiron.access.internal.signin;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Activation;
import health.chiron.access.api.Category;
import health.chiron.access.api.Credentials;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PortalSession;
import health.chiron.access.api.Preferences;
import health.chiron.access.api.SignIn;
import health.chiron.access.api.TokenPair;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.door.Fields;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signing in and out. The password is computed outside any transaction, so that a hundred people at eight in the morning do not
 * hold a hundred connections while it takes its time.
 */
@Stateless
public class SignInDoor implements SignIn {
    @Inject
    private Sessions sessions;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Secrets secrets;

    @Inject
    private Fields fields;

    @Inject
    private CallLimits limits;

    @Inject
    private CurrentCall call;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @OpenToAll(because = "this is how somebody becomes known")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PortalSession openPortal(Credentials credentials) {
        Sessions.Known known = check(credentials);
        Instant end = sessions.portalEnd();
        SessionId session = sessions.open(known, Channel.PORTAL);
        return new PortalSession(session, accounts.view(known.id()), end);
    }

    @Override
    @OpenToAll(because = "it answers only about the session that the caller already holds")
    public Optional<AccountView> stillHolds(AccountId account, SessionId session) {
        return sessions.stillHolds(account, session) ? Optional.of(accounts.view(account)) : Optional.empty();
    }

    @Override
    @OpenToAll(because = "this is how a program becomes known")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TokenPair openApi(Credentials credentials) {
        Sessions.Known known = check(credentials);
        SessionId session = sessions.open(known, Channel.API);
        return pair(known.id(), known.kind(), known.username(), session);
    }

    @Override
    @OpenToAll(because = "the refresh token itself is the proof")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TokenPair refresh(String refreshToken) {
        limits.takeByAddress(Limit.TOKEN_ADDRESS);
        Sessions.Refreshed refreshed = sessions.useRefreshToken(secrets.hashOfToken(text(refreshToken)))
                .orElseThrow(() -> Refusal.unauthenticated(
                        "token/refresh-invalid", "The refresh token is not valid any more. Sign in again."));
        return pair(refreshed.account(), refreshed.kind(), refreshed.username(), refreshed.session());
    }

    @Override
    @OpenToAll(because = "whoever holds the token may end it")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void revoke(String refreshToken) {
        limits.takeByAddress(Limit.TOKEN_ADDRESS);
        sessions.endByRefreshToken(secrets.hashOfToken(text(refreshToken)));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void signOut() {
        call.session().ifPresent(session -> sessions.end(session, "SIGNED_OUT"));
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public AccountView whoAmI() {
        return accounts.view(current.get().account());
    }

    @Override
    @OpenToAll(because = "public keys are public")
    public String publicKeys() {
        return tokens.publicKeys();
    }

    @Override
    @OpenToAll(because = "the one-time link is the proof")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void activate(Activation activation) {
        fields.check(activation);
        limits.takeByAddress(Limit.TOKEN_ADDRESS);
        byte[] hash = secrets.hashOfToken(activation.token());
        String username = accounts.invited(hash).orElseThrow(Refusal::notFound);
        passwords.mustBeStrong("password", activation.password(), username);
        accounts.activate(hash, passwords.hash(activation.password()));
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public AccountView prefer(Preferences preferences) {
        return accounts.prefer(current.get().account(), preferences);
    }

    private Sessions.Known check(Credentials credentials) {
        fields.check(credentials);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        limits.takeByName(Limit.SIGN_IN_NAME, credentials.username());
        Sessions.Known known = sessions.find(credentials.username()).orElse(null);
        boolean right = passwords.matches(credentials.password(), known == null ? null : known.hash());
        if (known != null && known.lockedUntil() != null && known.lockedUntil().isAfter(clock.instant())) {
            // Told only to somebody who knows the password: to anybody else a locked account answers like an unknown
            // one.
            sessions.failed(known, "locked");
            if (right) {
                throw Refusal.tooMany(
                        "sign-in/locked",
                        "Too many failed tries. The account opens again by itself.",
                        Duration.between(clock.instant(), known.lockedUntil()).plusSeconds(1));
            }
            throw failed();
        }
        if (!right || !known.active()) {
            sessions.failed(known, "credentials");
            throw failed();
        }
        return known;
    }

    private static Refusal failed() {
        return Refusal.unauthenticated("sign-in/failed", "The sign-in name or the password is not right.");
    }

    private static String text(String token) {
        if (token == null || token.isBlank() || token.length() > 200) {
            throw Refusal.invalid("refreshToken", "required", "A refresh token is required.");
        }
        return token;
    }

    private TokenPair pair(AccountId account, AccountKind kind, String username, SessionId session) {
        String refresh = secrets.token();
        Duration refreshLife = sessions.keepRefreshToken(session, secrets.hashOfToken(refresh));
        String access = tokens.issue(account, kind, username, session, clock.instant());
        return new TokenPair(access, "Bearer", AccessTokens.LIFE.toSeconds(), refresh, refreshLife.toSeconds());
    }
}

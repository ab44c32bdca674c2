package health.chiron.access.internal.signin;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Activation;
import health.chiron.access.api.Category;
import health.chiron.access.api.Credentials;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Enrolled;
import health.chiron.access.api.Enrolment;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.ForgottenPassword;
import health.chiron.access.api.Limits;
import health.chiron.access.api.NewPassword;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.PasswordReset;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PortalSignIn;
import health.chiron.access.api.Preferences;
import health.chiron.access.api.RecoveryCodes;
import health.chiron.access.api.RequiredChange;
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
import java.util.Optional;
import java.util.UUID;

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
    private SecondFactors factors;

    @Inject
    private SignInSteps steps;

    @Inject
    private Proofs proofs;

    @Inject
    private Gates gates;

    @Inject
    private PasswordChanges changes;

    @Inject
    private ForgottenPasswords forgottenPasswords;

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
    public PortalSignIn openPortal(Credentials credentials) {
        return gates.afterTheFirstFactor(proofs.byPassword(credentials), Via.PASSWORD);
    }

    @Override
    @OpenToAll(because = "the step is the proof that the password was right")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PortalSignIn giveCode(UUID step, FactorCode code) {
        fields.check(code);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        Sessions.Known known = holder(step, NextStep.Needs.SECOND_FACTOR);
        proofs.mustNotBeLocked(known);
        if (!factors.accept(known.id(), code.code())) {
            sessions.failed(known, "second-factor");
            throw wrongCode();
        }
        use(step);
        return gates.afterTheFactors(known, true, steps.via(step));
    }

    @Override
    @OpenToAll(because = "the step is the proof that the password was right")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PortalSignIn giveNewPassword(UUID step, NewPassword password) {
        fields.check(password);
        Sessions.Known known = holder(step, NextStep.Needs.PASSWORD_CHANGE);
        String hash = newHash("password", password.password(), known);
        use(step);
        changes.replaceUnguarded(known, hash, "SignIn.giveNewPassword");
        return gates.afterTheFactors(known(known.username()), known.secondFactor(), steps.via(step));
    }

    @Override
    @OpenToAll(because = "the step is the proof that the password was right")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Enrolment beginEnrolment(UUID step) {
        Sessions.Known known = holder(step, NextStep.Needs.ENROLMENT);
        return factors.begin(known.id(), known.username());
    }

    @Override
    @OpenToAll(because = "the step is the proof that the password was right")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Enrolled finishEnrolment(UUID step, FactorCode code) {
        fields.check(code);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        Sessions.Known known = holder(step, NextStep.Needs.ENROLMENT);
        proofs.mustNotBeLocked(known);
        if (!factors.confirm(known.id(), code.code())) {
            sessions.failed(known, "second-factor");
            throw wrongCode();
        }
        use(step);
        RecoveryCodes codes = factors.firstCodes(known);
        return new Enrolled(codes, gates.afterTheFactors(known, true, steps.via(step)));
    }

    private Sessions.Known holder(UUID step, NextStep.Needs needs) {
        return steps.holder(step, needs)
                .flatMap(sessions::find)
                .filter(Sessions.Known::active)
                .orElseThrow(SignInDoor::stepOver);
    }

    private void use(UUID step) {
        if (!steps.use(step)) {
            throw stepOver();
        }
    }

    private Sessions.Known known(String username) {
        return sessions.find(username).filter(Sessions.Known::active).orElseThrow(SignInDoor::stepOver);
    }

    private static Refusal stepOver() {
        return Refusal.unauthenticated("sign-in/step-over", "This sign-in has taken too long. Begin again.");
    }

    private static Refusal wrongCode() {
        return Refusal.invalid("code", "wrong", "This code is not right, or was used already.");
    }

    private String newHash(String field, String password, Sessions.Known known) {
        passwords.mustBeStrong(field, password, known.username());
        if (passwords.matches(password, known.hash())) {
            throw Refusal.invalid(field, "same", "This is the present password. Choose another.");
        }
        return passwords.hash(password);
    }

    @Override
    @OpenToAll(because = "it answers only about the session that the caller already holds")
    public Optional<AccountView> stillHolds(AccountId account, SessionId session) {
        return sessions.stillHolds(account, session) ? Optional.of(accounts.viewOfHolder(account)) : Optional.empty();
    }

    @Override
    @OpenToAll(because = "this is how a program becomes known")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TokenPair openApi(Credentials credentials, String totp) {
        Sessions.Known known = bothFactors(credentials, totp);
        if (known.mustChange()) {
            throw Refusal.forbidden(
                    "sign-in/password-change-required", "The password has to be changed before there are tokens.");
        }
        if (known.mustHaveFactor() && !known.secondFactor()) {
            throw Refusal.forbidden(
                    "sign-in/second-factor-required",
                    "Accounts of this kind need a second factor. Set it up by signing in at the portal.");
        }
        SessionId session = sessions.open(known, Channel.API);
        return pair(known.id(), known.kind(), known.username(), session);
    }

    private Sessions.Known bothFactors(Credentials credentials, String totp) {
        Sessions.Known known = proofs.byPassword(credentials);
        if (!known.secondFactor()) {
            return known;
        }
        if (totp == null || totp.isBlank()) {
            throw Refusal.unauthenticated(
                    "sign-in/second-factor-needed", "A code of the second factor is needed as well.");
        }
        if (totp.length() > Limits.FACTOR_CODE || !factors.accept(known.id(), totp)) {
            sessions.failed(known, "second-factor");
            throw Proofs.failed();
        }
        return known;
    }

    @Override
    @OpenToAll(because = "password and second factor are the proof")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changeRequired(RequiredChange change) {
        fields.check(change);
        Sessions.Known known = bothFactors(new Credentials(change.username(), change.password()), change.totp());
        changes.replaceUnguarded(known, newHash("newPassword", change.newPassword(), known), "SignIn.changeRequired");
    }

    @Override
    @OpenToAll(because = "whoever has forgotten a password cannot sign in; the link goes to a proven contact only")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void forgotten(ForgottenPassword forgotten) {
        fields.check(forgotten);
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        limits.takeByName(Limit.SIGN_IN_NAME, forgotten.username());
        forgottenPasswords.send(
                forgotten.username(),
                call.channel(),
                call.requestId(),
                call.address().orElse(null));
    }

    @Override
    @OpenToAll(because = "the one-time link is the proof")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void reset(PasswordReset reset) {
        fields.check(reset);
        limits.takeByAddress(Limit.TOKEN_ADDRESS);
        byte[] hash = secrets.hashOfToken(reset.token());
        String username = changes.holder(hash).orElseThrow(Refusal::notFound);
        passwords.mustBeStrong("password", reset.password(), username);
        changes.reset(hash, passwords.hash(reset.password()));
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
        return new TokenPair(access, "Bearer", AccessTokens.LIFE.toSeconds(), refresh, refreshLife.toSeconds(), null);
    }
}

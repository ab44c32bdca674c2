package health.chiron.access.internal.signin;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Enrolment;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.FactorProof;
import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.PasswordChange;
import health.chiron.access.api.PasswordProof;
import health.chiron.access.api.Permit;
import health.chiron.access.api.RecoveryCodes;
import health.chiron.access.api.SecondFactorView;
import health.chiron.access.api.SessionView;
import health.chiron.access.api.SsoPreference;
import health.chiron.access.api.SsoView;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.accounts.Endings;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.sso.LinkedViews;
import health.chiron.access.internal.sso.Links;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What people do with their own account. */
@Stateless
public class OwnAccountDoor implements OwnAccount {
    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private PasswordChanges changes;

    @Inject
    private Passwords passwords;

    @Inject
    private Proofs proofs;

    @Inject
    private Accounts accounts;

    @Inject
    private Endings endings;

    @Inject
    private Notices notices;

    @Inject
    private Links links;

    @Inject
    private LinkedViews linked;

    @Inject
    private CurrentActor current;

    @Inject
    private CurrentCall call;

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void changePassword(PasswordChange change) {
        Sessions.Known known = proven("oldPassword", change.oldPassword());
        passwords.mustBeStrong("newPassword", change.newPassword(), known.username());
        if (change.newPassword().equals(change.oldPassword())) {
            throw Refusal.invalid("newPassword", "same", "This is the present password. Choose another.");
        }
        changes.replace(known.id(), known.hash(), passwords.hash(change.newPassword()), here());
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public SecondFactorView secondFactor() {
        return factors.view(me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public Enrolment enrol(PasswordProof proof) {
        return factors.begin(me(), proven("password", proof.password()).username());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public RecoveryCodes confirm(FactorCode code) {
        if (!factors.begun(me())) {
            throw Refusal.conflict("second-factor/not-begun", "No second factor waits for its first code.");
        }
        if (!factors.confirm(me(), code.code())) {
            throw wrongCode();
        }
        notices.tell(me(), Letter.Template.SECOND_FACTOR_ON);
        return factors.renewCodes(me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void turnOff(FactorProof proof) {
        bothProven(proof);
        if (factors.view(me()).required()) {
            throw Refusal.conflict(
                    "second-factor/required",
                    "Accounts of this kind have to have a second factor; it cannot be turned off.");
        }
        factors.remove(me());
        notices.tell(me(), Letter.Template.SECOND_FACTOR_OFF);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public RecoveryCodes renewRecoveryCodes(FactorProof proof) {
        bothProven(proof);
        return factors.renewCodes(me());
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public List<SessionView> sessions() {
        return sessions.open(me(), here());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void endSession(SessionId session) {
        if (!sessions.endOwn(me(), session)) {
            throw Refusal.notFound();
        }
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public void endOtherSessions() {
        endings.sessions(me(), here(), "REVOKED");
    }

    @Override
    @Permit(value = Action.READ, on = Category.IDENTITY)
    public AccountView keepAtHand(PatientId patient) {
        return accounts.keepAtHand(me(), patient);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public AccountView keepNobodyAtHand() {
        return accounts.keepAtHand(me(), null);
    }

    @Override
    @Permit(value = Action.READ, on = Category.OWN_ACCOUNT)
    public SsoView singleSignOn() {
        return linked.view(me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public SsoView preferLinking(SsoPreference preference) {
        accounts.preferLinking(me(), preference.ssoLinkingPreference());
        return linked.view(me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.OWN_ACCOUNT)
    public SsoView unlink(SsoLinkId link, PasswordProof proof) {
        if (linked.view(me()).authMethod() == AuthMethod.SSO) {
            throw Refusal.conflict("sso/no-password", "Set a password first, or nothing would open this account.");
        }
        proven("password", proof.password());
        links.unlink(me(), link, here());
        return linked.view(me());
    }

    private AccountId me() {
        return current.get().account();
    }

    private SessionId here() {
        return call.session().orElseThrow();
    }

    private Sessions.Known proven(String field, String password) {
        return proofs.again(me(), field, password);
    }

    private void bothProven(FactorProof proof) {
        Sessions.Known known = proven("password", proof.password());
        if (!known.secondFactor()) {
            throw Refusal.conflict("second-factor/off", "There is no second factor.");
        }
        if (!factors.accept(known.id(), proof.code())) {
            throw wrongCode();
        }
    }

    private Refusal wrongCode() {
        sessions.countFailure(me());
        return Refusal.invalid("code", "wrong", "This code is not right, or was used already.");
    }
}

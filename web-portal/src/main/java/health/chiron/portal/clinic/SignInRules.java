package health.chiron.portal.clinic;

import health.chiron.access.api.ManagedAccounts;
import health.chiron.access.api.SecondFactorPolicy;
import health.chiron.domain.access.AccountKind;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** For which kinds of account a second factor is required. */
@Named("signInRules")
@RequestScoped
public class SignInRules {
    private ManagedAccounts door;
    private Attempt attempt;
    private Notices notices;
    private AccountKind[] kinds = {};

    /** For the container. */
    protected SignInRules() {}

    /**
     * @param door keeps the rule
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public SignInRules(ManagedAccounts door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the rule. */
    public void load() {
        kinds = door.secondFactorPolicy().kinds().stream().sorted().toArray(AccountKind[]::new);
    }

    /** Saves the rule. */
    public String save() {
        return attempt.to(() -> {
            Set<AccountKind> chosen = EnumSet.noneOf(AccountKind.class);
            chosen.addAll(List.of(kinds));
            door.requireSecondFactor(new SecondFactorPolicy(chosen));
            notices.carry("ok", "rules.saved");
            return "/sign-in-rules?faces-redirect=true";
        });
    }

    /** The kinds that need one. */
    public AccountKind[] getKinds() {
        return kinds.clone();
    }

    /** Sets them. */
    public void setKinds(AccountKind... kinds) {
        this.kinds = kinds.clone();
    }

    /** The kinds to choose from. */
    public List<AccountKind> getAll() {
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind != AccountKind.SYSTEM && kind != AccountKind.INTEGRATOR)
                .toList();
    }
}

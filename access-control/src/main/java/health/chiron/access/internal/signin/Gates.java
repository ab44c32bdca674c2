package health.chiron.access.internal.signin;

import health.chiron.access.api.NextStep;
import health.chiron.access.api.PortalSession;
import health.chiron.access.api.PortalSignIn;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.sso.Links;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What stands between somebody who is known and a session at the portal: the same gates, whichever way somebody has come. */
@ApplicationScoped
public class Gates {
    @Inject
    private Sessions sessions;

    @Inject
    private SignInSteps steps;

    @Inject
    private Accounts accounts;

    @Inject
    private Links links;

    /** The password is right, or a provider vouches: the second factor is next, where there is one. */
    public PortalSignIn afterTheFirstFactor(Sessions.Known known, Via via) {
        return known.secondFactor()
                ? PortalSignIn.needs(steps.begin(known.id(), NextStep.Needs.SECOND_FACTOR, via))
                : afterTheFactors(known, false, via);
    }

    /** Both factors are proven, or there is one only: what is missing still, or the session. */
    PortalSignIn afterTheFactors(Sessions.Known known, boolean secondFactor, Via via) {
        if (known.mustChange()) {
            return PortalSignIn.needs(steps.begin(known.id(), NextStep.Needs.PASSWORD_CHANGE, via));
        }
        if (known.mustHaveFactor() && !secondFactor) {
            return PortalSignIn.needs(steps.begin(known.id(), NextStep.Needs.ENROLMENT, via));
        }
        if (via.arrival() != null) {
            links.link(via.arrival(), known);
        }
        if (via.provider() != null) {
            links.used(known.id(), via.provider());
        }
        Instant end = sessions.portalEnd();
        SessionId session = sessions.open(known, Channel.PORTAL, via);
        return PortalSignIn.done(new PortalSession(session, accounts.view(known.id()), end, via.provider()));
    }
}

package health.chiron.portal.signin;

import health.chiron.access.api.NextStep;
import health.chiron.access.api.PortalSession;
import health.chiron.access.api.PortalSignIn;
import health.chiron.portal.page.Navigation;
import health.chiron.portal.session.SafeReturn;
import health.chiron.portal.session.SessionLimits;
import health.chiron.portal.session.SignedIn;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Goes on after a step of signing in: to the next one, or into the portal. */
@RequestScoped
public class SignInEnd {
    private SessionLimits limits;
    private HttpServletRequest request;
    private Clock clock;

    /** For the container. */
    protected SignInEnd() {}

    /**
     * @param limits how long the session may last
     * @param request whose session begins
     * @param clock for the absolute end
     */
    @Inject
    public SignInEnd(SessionLimits limits, HttpServletRequest request, Clock clock) {
        this.limits = limits;
        this.request = request;
        this.clock = clock;
    }

    /** The step that this browser is at, if it asks this. */
    public Optional<UnfinishedSignIn> at(NextStep.Needs needs) {
        return UnfinishedSignIn.of(request, needs);
    }

    /** Goes where the sign-in leads, and to the page asked for once it is done. */
    public String goOn(PortalSignIn result, String wanted) {
        return redirected(begin(result, wanted, response()));
    }

    /** Goes where the sign-in leads, and to a certain page once it is done. */
    public String goOnTo(PortalSignIn result, String page) {
        return redirected(begin(result, session -> request.getContextPath() + page, null, response()));
    }

    /**
     * Keeps in the browser's session where the sign-in leads.
     *
     * @return the address to go to
     */
    public String begin(PortalSignIn result, String wanted, HttpServletResponse response) {
        return begin(
                result,
                session -> SafeReturn.of(wanted, request.getContextPath())
                        .orElse(request.getContextPath()
                                + Navigation.home(session.account().kind())),
                wanted,
                response);
    }

    private String begin(
            PortalSignIn result, Function<PortalSession, String> target, String wanted, HttpServletResponse response) {
        if (result.session().isPresent()) {
            PortalSession session = result.session().get();
            new SignedIn(
                            session.account().id().value(),
                            session.id().value(),
                            limits.end(clock.instant(), session.expiresAt()),
                            session.provider())
                    .begin(request, response, limits.idleSeconds());
            return target.apply(session);
        }
        NextStep next = result.next().orElseThrow();
        new UnfinishedSignIn(next.id(), next.needs().name(), wanted).begin(request, response);
        return request.getContextPath() + page(next.needs());
    }

    private static String page(NextStep.Needs needs) {
        return switch (needs) {
            case SECOND_FACTOR -> "/second-step";
            case PASSWORD_CHANGE -> "/new-password";
            case ENROLMENT -> "/set-up-factor";
            case LINK -> "/connect";
        };
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    private static String redirected(String address) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(address);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

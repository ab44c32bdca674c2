package health.chiron.portal.signin;

import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notice;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Refusals;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Goes where a step of single sign-on leads, or back to the sign-in page with a sentence when it was refused. */
@RequestScoped
public class SsoRefusals {
    private Attempt attempt;
    private HttpServletRequest request;

    /** For the container. */
    protected SsoRefusals() {}

    /**
     * @param attempt knows the sentences
     * @param request whose session carries them to the page
     */
    @Inject
    public SsoRefusals(Attempt attempt, HttpServletRequest request) {
        this.attempt = attempt;
        this.request = request;
    }

    /**
     * Goes on.
     *
     * @param language of the sign-in page
     * @param step gives the address to go to
     */
    public void to(HttpServletResponse response, String language, Supplier<String> step) throws IOException {
        try {
            response.sendRedirect(step.get());
        } catch (Refusal refusal) {
            back(response, language, refusal);
        } catch (EJBException wrapped) {
            back(response, language, Refusals.in(wrapped).orElseThrow(() -> wrapped));
        }
    }

    private void back(HttpServletResponse response, String language, Refusal refusal) throws IOException {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Notices.carry(request, new Notice("danger", attempt.sentence(refusal)));
        response.sendRedirect(request.getContextPath() + "/login?lang=" + language);
    }
}

package health.chiron.portal.error;

import health.chiron.domain.shared.FailureLog;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Language;
import health.chiron.portal.page.Notice;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Refusals;
import health.chiron.portal.page.Words;
import health.chiron.portal.session.SecurityHeaders;
import health.chiron.portal.session.ShownPage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.ResourceBundle;
import org.primefaces.csp.CspException;

/**
 * Turns what went wrong while a page was loaded or posted into an answer: a refusal into its status and friendly page, an
 * expired view into the page anew, anything else into a 500 that is logged once with the request's id. Ajax calls are sent
 * on to the same pages.
 */
class FriendlyExceptionHandler extends ExceptionHandlerWrapper {
    FriendlyExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        if (!events.hasNext()) {
            return;
        }
        Throwable thrown = events.next().getContext().getException();
        events.remove();
        while (events.hasNext()) {
            events.next();
            events.remove();
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            answer(faces, faces.getExternalContext(), thrown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static void answer(FacesContext faces, ExternalContext external, Throwable thrown) throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        if (external.isResponseCommitted()) {
            note(request, thrown);
            return;
        }
        if (expired(thrown)) {
            String sentence = ResourceBundle.getBundle(Words.BUNDLE, Locale.of(Language.of(request)))
                    .getString("error.expired");
            Notices.carry(request, new Notice("warn", sentence));
            String anew = ShownPage.of(request).orElse(request.getContextPath() + "/home");
            external.redirect(anew);
            return;
        }
        Refusal refusal = Refusals.in(thrown).orElse(null);
        if (refusal != null && refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
            external.redirect(request.getContextPath() + "/login");
            return;
        }
        int status = refusal == null ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : status(refusal.kind());
        if (status >= 500) {
            note(request, thrown);
        }
        if (faces.getPartialViewContext().isAjaxRequest()) {
            // An Ajax answer cannot show a page: load this one anew and let it say what is wrong.
            external.redirect(ShownPage.of(request).orElse(request.getContextPath() + "/home"));
        } else {
            external.responseSendError(status, null);
        }
    }

    private static void note(HttpServletRequest request, Throwable thrown) {
        FailureLog.note(thrown, String.valueOf(request.getAttribute(SecurityHeaders.REQUEST_ID)));
    }

    private static boolean expired(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // A post with the nonce of another view is as good as one with a view that is gone.
            if (cause instanceof ViewExpiredException || cause instanceof CspException) {
                return true;
            }
        }
        return false;
    }

    /** The status of a refusal, as in the API. */
    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_MANY -> 429;
        };
    }
}

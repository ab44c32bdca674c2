package health.chiron.portal.error;

import health.chiron.domain.shared.FailureLog;
import health.chiron.portal.page.Assets;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Words;
import health.chiron.portal.session.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The page for every failure of the portal. It is written without Faces, because Faces may be what failed. It names the
 * request's id, which the server's log carries, and nothing of the inside.
 */
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Assets assets;
    private final transient CurrentUser me;
    private final transient Words words;

    /**
     * @param assets the stylesheets
     * @param me language and theme of the reader
     * @param words the texts
     */
    @Inject
    public ErrorPage(Assets assets, CurrentUser me, Words words) {
        this.assets = assets;
        this.me = me;
        this.words = words;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
        String id = String.valueOf(request.getAttribute(SecurityHeaders.REQUEST_ID));
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            FailureLog.note(thrown, id);
        }
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(page(kind(status), id, request.getContextPath()));
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404, 405 -> "missing";
            case 503 -> "closed";
            default -> status >= 500 ? "broken" : "bad";
        };
    }

    /** Only texts of the bundle and the request's own UUID go in; nothing that a request brought. */
    private String page(String kind, String requestId, String contextPath) {
        StringBuilder html = new StringBuilder(2000)
                .append("<!DOCTYPE html><html lang=\"")
                .append(me.getLanguage())
                .append("\" data-theme=\"")
                .append(me.getTheme())
                .append(
                        "\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(words.text("errorPage." + kind + ".title"))
                .append(" · Chiron</title>");
        html.append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"")
                .append(assets.url("favicon.svg"))
                .append("\">");
        for (String sheet : new String[] {"tokens.css", "base.css", "layout.css", "components.css"}) {
            html.append("<link rel=\"stylesheet\" href=\"")
                    .append(assets.url(sheet))
                    .append("\">");
        }
        return html.append("</head><body><main class=\"error-page\"><div class=\"error-card\"><h1>")
                .append(words.text("errorPage." + kind + ".title"))
                .append("</h1><p>")
                .append(words.text("errorPage." + kind + ".text"))
                .append("</p><p class=\"actions\"><a class=\"button primary\" href=\"")
                .append(contextPath)
                .append("/home\">")
                .append(words.text("errorPage.home"))
                .append("</a></p><p class=\"small muted\">")
                .append(words.text("errorPage.request"))
                .append(" <code>")
                .append(requestId)
                .append("</code></p></div></main></body></html>")
                .toString();
    }
}

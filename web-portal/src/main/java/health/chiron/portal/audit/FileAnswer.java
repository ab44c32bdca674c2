package health.chiron.portal.audit;

import health.chiron.domain.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a file is answered, and a refusal instead of one. */
final class FileAnswer {
    private FileAnswer() {}

    static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        if (type.startsWith("text/")) {
            response.setCharacterEncoding("UTF-8");
        }
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
    }

    /** The page that belongs to a refusal, unless a part has been sent: then the answer breaks off, which a browser reports. */
    static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("an export was refused on its way: " + refusal.code());
        }
        response.reset();
        response.sendError(
                switch (refusal.kind()) {
                    case INVALID, CONFLICT, STALE, TOO_MANY -> HttpServletResponse.SC_BAD_REQUEST;
                    case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
                    case NOT_FOUND, UNAUTHENTICATED -> HttpServletResponse.SC_NOT_FOUND;
                });
    }
}

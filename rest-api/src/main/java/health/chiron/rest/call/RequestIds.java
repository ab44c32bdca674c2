package health.chiron.rest.call;

import health.chiron.domain.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The id under which answer, audit row and log know a call. */
public final class RequestIds {
    /** The header in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    /** What a client may choose; anything else could forge a line in a log. */
    private static final Pattern TAKEN = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestIds() {}

    /** The call's id: what the client sent, if it may be taken, or a new one; the same for the whole call. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String sent = request.getHeader(HEADER);
        String id = sent != null && TAKEN.matcher(sent).matches()
                ? sent
                : Ids.next().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}

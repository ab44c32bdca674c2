package health.chiron.portal.session;

import health.chiron.access.api.SsoJourney;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journeys to providers of single sign-on that this browser has begun, the latest few: a person may try in several tabs. */
public final class SsoJourneys {
    private static final String KEY = SsoJourneys.class.getName();
    private static final int MOST = 5;

    /**
     * One of them.
     *
     * @param wanted the page asked for before; may be null
     * @param language of the page where it began
     */
    public record Begun(SsoJourney journey, String wanted, String language) implements Serializable {}

    private SsoJourneys() {}

    /** Keeps one. */
    public static void keep(HttpServletRequest request, Begun begun) {
        ArrayList<Begun> all = new ArrayList<>(of(request));
        all.add(begun);
        request.getSession(true)
                .setAttribute(KEY, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    /** The one with this state to this provider, which is forgotten. That it is used once, the door sees to. */
    public static Optional<Begun> take(HttpServletRequest request, String provider, String state) {
        List<Begun> all = of(request);
        Optional<Begun> found = all.stream()
                .filter(begun -> begun.journey().provider().equals(provider)
                        && same(begun.journey().state(), state))
                .findFirst();
        found.ifPresent(begun -> {
            ArrayList<Begun> others = new ArrayList<>(all);
            others.remove(begun);
            request.getSession(true).setAttribute(KEY, others);
        });
        return found;
    }

    private static List<Begun> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof List<?> kept
                ? kept.stream().map(Begun.class::cast).toList()
                : List.of();
    }

    private static boolean same(String one, String other) {
        return other != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

package health.chiron.portal.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where to go after signing in. Only a path of this portal is ever taken; anything that a browser could read as another
 * site (a scheme, two slashes, a backslash, a line break) is dropped, because the address comes from a link that anybody
 * may have made.
 */
public final class SafeReturn {
    private static final int LONGEST = 1000;

    private SafeReturn() {}

    /**
     * The asked path when it is one of this portal.
     *
     * @param asked what the link said, such as {@code /portal/chart?patient=...}; may be null
     * @param contextPath the portal's context path, such as {@code /portal}
     */
    public static Optional<String> of(String asked, String contextPath) {
        if (asked == null || asked.isEmpty() || asked.length() > LONGEST || !asked.startsWith("/")) {
            return Optional.empty();
        }
        if (asked.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(asked);
            boolean elsewhere = uri.isAbsolute() || uri.getRawAuthority() != null || uri.getRawFragment() != null;
            return !elsewhere && inside(uri.getPath(), contextPath) ? Optional.of(asked) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Compares whole path elements on the decoded path: {@code /portalx} and {@code /portal/%2e%2e/api} are outside. */
    private static boolean inside(String path, String contextPath) {
        if (path == null || !path.startsWith(contextPath + "/")) {
            return false;
        }
        String rest = path.substring(contextPath.length() + 1);
        if (rest.chars().anyMatch(c -> c == '\\' || c == '%' || c == ';' || Character.isISOControl(c))) {
            return false;
        }
        for (String element : rest.split("/", -1)) {
            if (element.equals("..") || element.equals(".") || (element.isEmpty() && !rest.isEmpty())) {
                return false;
            }
        }
        return !rest.equals("login");
    }
}

package health.chiron.portal.session;

import java.util.Set;

/**
 * What a path of the portal is, by whole path elements. Only what is named here is open to everybody; every other path,
 * also one that does not exist, needs a session.
 */
enum PortalPath {
    /** Stylesheets, scripts, icons: the same for everybody. */
    STATIC,
    /** Pages for people who are not signed in. */
    OPEN,
    /** The source name of a page; pages are reached without suffix. */
    SOURCE,
    /** Everything else. */
    GUARDED;

    private static final Set<String> STATIC_ROOTS = Set.of("assets", "jakarta.faces.resource");
    private static final Set<String> OPEN_PAGES = Set.of(
            "/login",
            "/activate",
            "/error",
            "/forgotten",
            "/reset",
            "/second-step",
            "/new-password",
            "/set-up-factor",
            "/sso",
            "/connect");
    /** Where providers of single sign-on send people back to; the provider's name follows. */
    private static final String SSO_RETURN = "sso-return";

    /**
     * Sorts a path.
     *
     * @param path decoded and normalised, starting with a slash, without the context path
     */
    static PortalPath of(String path) {
        String[] elements = path.split("/", -1);
        if (elements.length > 2 && STATIC_ROOTS.contains(elements[1])) {
            return STATIC;
        }
        boolean comingBack = elements.length == 3 && SSO_RETURN.equals(elements[1]);
        if (comingBack || OPEN_PAGES.contains(path)) {
            return OPEN;
        }
        return path.endsWith(".xhtml") ? SOURCE : GUARDED;
    }

    /** The path inside the portal of a request. */
    static String inside(jakarta.servlet.http.HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}

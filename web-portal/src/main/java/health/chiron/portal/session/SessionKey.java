package health.chiron.portal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret half of a session. The container names its sessions by the time, a hash and some 60 bits of chance (Payara), and a session
 * has to have 128 bits at least (ASVS 7.2.3): so the browser gets 256 bits of our own beside the name, of which the session keeps the
 * hash. The name alone opens nothing (ADR 30).
 */
final class SessionKey {
    /** The second cookie. */
    static final String COOKIE = "CHIRONKEY";

    private static final String HASH = SessionKey.class.getName();
    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    private SessionKey() {}

    /** Makes a new key for the request's session; the one before opens nothing any more. */
    static void give(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.getSession().setAttribute(HASH, hash(key));
        boolean secure = request.getServletContext().getSessionCookieConfig().isSecure();
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + key + "; Path=" + request.getContextPath() + "; HttpOnly" + (secure ? "; Secure" : ""));
    }

    /** Whether the request brought the key of this session. */
    static boolean fits(HttpServletRequest request, HttpSession session) {
        byte[] expected = (byte[]) session.getAttribute(HASH);
        Cookie[] cookies = request.getCookies();
        if (expected == null || cookies == null) {
            return false;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && MessageDigest.isEqual(expected, hash(cookie.getValue()))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

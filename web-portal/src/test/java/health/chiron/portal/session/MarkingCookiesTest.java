package health.chiron.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people come over https, no cookie of a session goes without it (check 28). */
class MarkingCookiesTest {
    private final Map<String, Object> kept = new HashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private boolean secure;

    /** A stand-in of the container that knows these methods only. */
    private <T> T standIn(Class<T> type, Map<String, java.util.function.Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> methods.get(method.getName()).apply(values)));
    }

    private ServletContext context() {
        SessionCookieConfig settings =
                standIn(SessionCookieConfig.class, Map.of("isSecure", values -> secure, "setSecure", values -> {
                    secure = (boolean) values[0];
                    return null;
                }));
        return standIn(ServletContext.class, Map.of("getSessionCookieConfig", values -> settings));
    }

    @ParameterizedTest
    @CsvSource({
        "https://chiron.example.org,true",
        "HTTPS://chiron.example.org,true",
        "http://localhost:8080,false",
        "http://https.example.org,false"
    })
    void the_containers_cookie_is_secure_with_https(String address, boolean expected) {
        new CookieFlags(address).contextInitialized(new ServletContextEvent(context()));
        assertThat(secure).isEqualTo(expected);
    }

    @Test
    void the_key_is_as_secure_as_the_containers_cookie() {
        assertThat(given()).doesNotContain("Secure").contains("; HttpOnly", "; Path=/portal");
        secure = true;
        assertThat(given()).endsWith("; Secure").contains("; HttpOnly", "; Path=/portal");
    }

    private String given() {
        cookies.clear();
        HttpSession session =
                standIn(HttpSession.class, Map.of("setAttribute", values -> kept.put((String) values[0], values[1])));
        HttpServletRequest request = standIn(
                HttpServletRequest.class,
                Map.of(
                        "getSession",
                        values -> session,
                        "getServletContext",
                        values -> context(),
                        "getContextPath",
                        values -> "/portal"));
        HttpServletResponse response =
                standIn(HttpServletResponse.class, Map.of("addHeader", values -> cookies.add((String) values[1])));
        SessionKey.give(request, response);
        assertThat(cookies).hasSize(1);
        return cookies.getFirst();
    }
}

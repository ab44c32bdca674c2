package health.chiron.portal.session;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The session cookie's flags that web.xml cannot say: SameSite (Payara ignores the attribute there), and Secure when people
 * reach the portal over https, which {@code chiron.public.url} says. Lax rather than Strict, so that a link in a mail finds
 * the session of somebody who is signed in; every change is a post and carries the view's state besides.
 */
@WebListener
public class CookieFlags implements ServletContextListener {
    private final String publicUrl;

    /** @param publicUrl the address that people use, such as {@code https://chiron.example.org} */
    @Inject
    public CookieFlags(
            @ConfigProperty(name = "chiron.public.url", defaultValue = "http://localhost") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setAttribute("SameSite", "Lax");
        if (publicUrl.toLowerCase(Locale.ROOT).startsWith("https://")) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}

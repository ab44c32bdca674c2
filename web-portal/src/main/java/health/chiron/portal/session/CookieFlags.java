package health.chiron.portal.session;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Marks the session cookie Secure when people reach the portal over https, which {@code chiron.public.url} says. */
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
        if (publicUrl.toLowerCase(Locale.ROOT).startsWith("https://")) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}

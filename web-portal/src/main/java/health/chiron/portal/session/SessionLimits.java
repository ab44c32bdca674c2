package health.chiron.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a portal session may last: {@code chiron.portal.idle-minutes} and {@code chiron.portal.absolute-minutes}. */
@Named("sessionLimits")
@ApplicationScoped
public class SessionLimits {
    private int idleMinutes;
    private int absoluteMinutes;

    /** For the container. */
    protected SessionLimits() {}

    /**
     * @param idleMinutes without a request, 1 to 1440
     * @param absoluteMinutes since signing in, 1 to 10 080
     * @throws IllegalArgumentException when out of range: the application does not start with it
     */
    @Inject
    public SessionLimits(
            @ConfigProperty(name = "chiron.portal.idle-minutes", defaultValue = "30") int idleMinutes,
            @ConfigProperty(name = "chiron.portal.absolute-minutes", defaultValue = "720") int absoluteMinutes) {
        if (idleMinutes < 1 || idleMinutes > 1440 || absoluteMinutes < 1 || absoluteMinutes > 10_080) {
            throw new IllegalArgumentException(
                    "chiron.portal.idle-minutes must be 1 to 1440 and chiron.portal.absolute-minutes 1 to 10080");
        }
        this.idleMinutes = idleMinutes;
        this.absoluteMinutes = absoluteMinutes;
    }

    /** Idle limit in seconds, as the servlet container wants it. */
    public int idleSeconds() {
        return idleMinutes * 60;
    }

    /**
     * After how many seconds without a touch a page is taken off the screen: as long as its reader wants the session to rest, and never
     * longer than the house allows.
     */
    public int restSeconds(int wantedMinutes) {
        return Math.min(idleMinutes, wantedMinutes) * 60;
    }

    /** The end of a session that starts now: the door's own limit or the portal's, whichever comes first. */
    public Instant end(Instant now, Instant doorsEnd) {
        Instant own = now.plus(Duration.ofMinutes(absoluteMinutes));
        return doorsEnd != null && doorsEnd.isBefore(own) ? doorsEnd : own;
    }
}

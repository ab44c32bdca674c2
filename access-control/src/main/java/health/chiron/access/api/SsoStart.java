package health.chiron.access.api;

import java.net.URI;

/**
 * The beginning of a journey to a provider of single sign-on.
 *
 * @param address where the browser goes
 * @param journey what stays behind
 */
public record SsoStart(URI address, SsoJourney journey) {
    /** Says nothing of the address, for it holds the state. */
    @Override
    public String toString() {
        return "SsoStart[" + journey + "]";
    }
}

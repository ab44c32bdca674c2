package health.chiron.access.internal.signin;

import java.util.UUID;

/**
 * The way in which somebody signs in, through all its steps.
 *
 * @param provider the provider of single sign-on that somebody comes from; null for none
 * @param arrival the identity that is to be linked once everything is proven; null for none
 */
public record Via(String provider, UUID arrival) {
    /** With the password alone. */
    public static final Via PASSWORD = new Via(null, null);

    /** Through a provider, whose identity is linked already. */
    public static Via provider(String name) {
        return new Via(name, null);
    }
}

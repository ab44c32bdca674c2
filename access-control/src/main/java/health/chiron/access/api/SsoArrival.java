package health.chiron.access.api;

/**
 * Somebody whom a provider has signed in and who has no account here yet, or has not said which.
 *
 * @param provider the provider's label
 * @param email the verified mail address; null for none
 * @param mayHaveAccount whether an owner's account may be made
 */
public record SsoArrival(String provider, String email, boolean mayHaveAccount) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SsoArrival[" + provider + "]";
    }
}

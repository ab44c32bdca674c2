package health.chiron.access.internal.sso;

/**
 * Whom a provider has signed in.
 *
 * @param provider the operator's name of it
 * @param issuer as the provider names itself
 * @param subject as the provider names the person, for ever and for nobody else
 * @param mail in small letters, and only when the provider has verified it; null otherwise
 * @param fullName null when it does not say
 */
public record Identity(String provider, String issuer, String subject, String mail, String fullName) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Identity[" + provider + "]";
    }
}

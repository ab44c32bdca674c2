package health.chiron.domain.access;

/** How an account signs in; it follows from its password and its links, and the database keeps it. */
public enum AuthMethod {
    /** With its password. */
    LOCAL,
    /** Through a provider of single sign-on alone; there is no password. */
    SSO,
    /** With its password or through a provider. */
    HYBRID
}

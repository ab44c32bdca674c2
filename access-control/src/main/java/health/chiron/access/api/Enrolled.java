package health.chiron.access.api;

/**
 * A second factor was set up during sign-in.
 *
 * @param codes the recovery codes, shown this once
 * @param next how the sign-in goes on
 */
public record Enrolled(RecoveryCodes codes, PortalSignIn next) {}

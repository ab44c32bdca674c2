package health.chiron.access.api;

/** What came of a sign-in at the portal: a session, or something that is asked before there is one. */
public sealed interface PortalSignIn permits PortalSession, NextStep {}

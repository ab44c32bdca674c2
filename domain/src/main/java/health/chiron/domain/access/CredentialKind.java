package health.chiron.domain.access;

/** By what a program proves who it is. */
public enum CredentialKind {
    /** A random secret that both sides know; the house keeps its hash only. */
    SECRET,
    /** A key pair of the program; the house knows the public half only. */
    PUBLIC_KEY
}

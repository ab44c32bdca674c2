package health.chiron.access.internal.sso;

/** A provider does not answer as it should, or what it says does not hold. The reason is a word of the house for the log. */
final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason such as {@code id-token-nonce}; never anything that the provider or the browser sent */
    ProviderFailure(String reason) {
        super(reason);
    }

    /** The same, with what happened below. */
    ProviderFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}

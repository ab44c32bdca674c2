package health.chiron.interop.internal.bundle;

/** A file that is no readable bundle. Says why in one word and holds nothing of the file. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        /** It is not JSON at all, or breaks JSON's rules. */
        NOT_JSON,
        /** It ends in the middle: half written, or half sent. */
        INCOMPLETE,
        /** It is JSON of another kind. */
        NOT_A_BUNDLE
    }

    private final Why why;

    Unreadable(Why why) {
        super(why.name());
        this.why = why;
    }

    /** What is wrong with it. */
    public Why why() {
        return why;
    }
}

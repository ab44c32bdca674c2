package health.chiron.bench;

/** An answer that came and is not right: an error, however fast it was. */
final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongAnswer(String message) {
        super(message);
    }

    /** @throws WrongAnswer unless it is so */
    static void unless(boolean right, String message) {
        if (!right) {
            throw new WrongAnswer(message);
        }
    }
}

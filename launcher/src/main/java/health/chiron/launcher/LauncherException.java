package health.chiron.launcher;

/** A failure that a person can act on. The message is one clear sentence; it holds no secrets and no clinical values. */
public class LauncherException extends RuntimeException {
    /** @param sentence what went wrong and, where there is one, the way out */
    public LauncherException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what went wrong and, where there is one, the way out
     * @param cause what the machine said
     */
    public LauncherException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package health.chiron.domain.shared;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Notes failures from inside, once each: the request id, the classes and the places. The messages of exceptions are left out,
 * because a database's message quotes the row that it refused, and rows hold names and diagnoses.
 */
public final class FailureLog {
    private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

    private FailureLog() {}

    /** Notes what broke during a request, as an error. */
    public static void note(Throwable failure, String requestId) {
        LOG.log(System.Logger.Level.ERROR, () -> "request " + requestId + " failed: " + withoutMessages(failure));
    }

    /** Classes and frames of an exception and its causes, without a word of their messages. */
    public static String withoutMessages(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            text.append(each == failure ? "" : "\ncaused by ")
                    .append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        return text.toString();
    }
}

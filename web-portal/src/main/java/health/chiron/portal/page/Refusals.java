package health.chiron.portal.page;

import health.chiron.domain.shared.Refusal;
import java.util.Optional;

/** Finds the refusal in what a door threw, however the containers in between have wrapped it. */
public final class Refusals {
    private static final int DEEPEST = 20;

    private Refusals() {}

    /** The refusal inside, if there is one. */
    public static Optional<Refusal> in(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}

package health.chiron.bench;

import java.util.Locale;

/**
 * Two ways to do the same, measured in turns.
 *
 * @param what is compared
 * @param first the median of the one, in milliseconds; a throughput for a loss
 * @param second what it is compared with, in the same unit
 * @param most the ratio that was promised at the most; NaN where it is only shown
 * @param errors wrong answers on either side
 */
record Ratio(String what, double first, double second, double most, long errors) {
    /** How much more the first takes. */
    double ratio() {
        return first / second;
    }

    /** The promise, if there is one. */
    boolean isPromised() {
        return !Double.isNaN(most);
    }

    Target target() {
        return new Target(
                String.format(Locale.ROOT, "%s: at most %.2f", what, most),
                String.format(Locale.ROOT, "%.2f", ratio()),
                ratio() <= most);
    }
}

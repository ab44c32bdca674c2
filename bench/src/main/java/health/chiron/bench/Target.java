package health.chiron.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A promise about speed, and whether it was kept.
 *
 * @param promise what was promised
 * @param measured what came out
 */
record Target(String promise, String measured, boolean held) {
    /** At this many clients the ratios are judged. */
    static final int CLIENTS = 8;

    static final double LEAST_RATIO = 0.35;
    static final double MOST_SPREAD = 5;
    static final double MOST_RESIDENT_MB = 1200;

    /** All of them. */
    static List<Target> of(List<Comparison> comparisons, List<Ratio> ratios, double residentMb) {
        List<Target> targets = new ArrayList<>();
        comparisons.stream()
                .filter(each -> each.clients() == CLIENTS && each.kind() != Operation.Kind.SHOWN)
                .forEach(each -> targets.add(new Target(
                        each.operation() + ": at " + CLIENTS + " clients at least " + LEAST_RATIO + " of plain JDBC",
                        text("%.2f", each.ratio()),
                        each.ratio() >= LEAST_RATIO)));
        comparisons.stream()
                .max(java.util.Comparator.comparingDouble(Comparison::spread))
                .ifPresent(worst -> targets.add(new Target(
                        "p95 under " + text("%.0f", MOST_SPREAD) + " times p50 everywhere",
                        text("at most %.1f times (%s, %d clients)", worst.spread(), worst.operation(), worst.clients()),
                        worst.spread() < MOST_SPREAD)));
        ratios.stream().filter(Ratio::isPromised).map(Ratio::target).forEach(targets::add);
        targets.add(new Target(
                "server's resident memory after the run under 1.2 GB",
                text("%.0f MB", residentMb),
                residentMb < MOST_RESIDENT_MB));
        long errors = comparisons.stream().mapToLong(Comparison::errors).sum()
                + ratios.stream().mapToLong(Ratio::errors).sum();
        targets.add(new Target("no wrong answer", errors + " errors", errors == 0));
        return targets;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

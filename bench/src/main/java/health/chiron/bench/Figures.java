package health.chiron.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What was measured of one side of one operation over all its rounds.
 *
 * @param latencies of the right answers, in nanoseconds, ascending
 * @param errors wrong answers and failures; they count in no throughput
 * @param elapsed how long was measured
 * @param cpu processor time used meanwhile
 */
record Figures(long[] latencies, long errors, Duration elapsed, Cpu cpu) {
    static final Figures NONE = new Figures(new long[0], 0, Duration.ZERO, Cpu.NONE);

    /** Sorts a copy. */
    Figures {
        latencies = latencies.clone();
        Arrays.sort(latencies);
    }

    /** Both together, as if measured in one go. */
    Figures and(Figures more) {
        long[] all = Arrays.copyOf(latencies, latencies.length + more.latencies.length);
        System.arraycopy(more.latencies, 0, all, latencies.length, more.latencies.length);
        return new Figures(all, errors + more.errors, elapsed.plus(more.elapsed), cpu.plus(more.cpu));
    }

    /** The same with the processor time that it took. */
    Figures costing(Cpu used) {
        return new Figures(latencies, errors, elapsed, used);
    }

    /** Milliseconds of processor time for each right answer; NaN when there are none. */
    double millisEach(double seconds) {
        return latencies.length == 0 ? Double.NaN : seconds * 1000 / latencies.length;
    }

    /** Right answers a second. */
    double perSecond() {
        return elapsed.isZero() ? 0 : latencies.length / (elapsed.toNanos() / 1e9);
    }

    /**
     * The latency in milliseconds that this share of the right answers stayed at or below (nearest rank); NaN when there are none.
     *
     * @param share above 0, at most 1
     */
    double percentile(double share) {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("a share lies above 0 and at most at 1");
        }
        if (latencies.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * latencies.length);
        return latencies[Math.max(rank, 1) - 1] / 1e6;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures
                && Arrays.equals(latencies, figures.latencies)
                && errors == figures.errors
                && elapsed.equals(figures.elapsed)
                && cpu.equals(figures.cpu);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(latencies);
    }

    @Override
    public String toString() {
        return "Figures[" + latencies.length + " in " + elapsed + ", " + errors + " errors]";
    }
}

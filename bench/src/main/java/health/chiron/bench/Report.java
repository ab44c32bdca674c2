package health.chiron.bench;

import health.chiron.launcher.run.Json;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine-readable result.
 *
 * @param measuredAt when
 * @param machine on what
 * @param firstStartSeconds of database and server with deployment, on an empty folder
 * @param startSeconds of the server alone, deployed before
 * @param residentMb of the server after the run
 */
record Report(
        String measuredAt,
        Machine machine,
        double firstStartSeconds,
        double startSeconds,
        double residentMb,
        List<Line> lines,
        List<Ratio> ratios,
        List<Target> targets) {

    /** Where it ran. */
    record Machine(int cores, String java, String system) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /** One side; times in milliseconds. */
    record Side(double perSecond, double p50, double p95, double p99, long answers, long errors, Cpu cpuSeconds) {
        static Side of(Figures figures) {
            return new Side(
                    figures.perSecond(),
                    figures.percentile(0.5),
                    figures.percentile(0.95),
                    figures.percentile(0.99),
                    figures.latencies().length,
                    figures.errors(),
                    figures.cpu());
        }
    }

    /** One line of the table. */
    record Line(String operation, String kind, int clients, int statements, double ratio, Side api, Side jdbc) {
        static Line of(Comparison comparison) {
            return new Line(
                    comparison.operation(),
                    comparison.kind().name(),
                    comparison.clients(),
                    comparison.statements(),
                    comparison.ratio(),
                    Side.of(comparison.api()),
                    Side.of(comparison.jdbc()));
        }
    }

    void write(Path file) {
        Json.write(file, this);
    }
}

package health.chiron.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.DemoFile;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.tools.Home;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has the audit log read again from end to end, as the demo's auditor, and says whether it holds: exit code 0, or 2 if not. */
final class Audit implements Command {
    private final Map<String, String> environment;

    Audit(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of(), environment);
        if (!arguments.rest().equals(List.of("verify"))) {
            throw new UsageException("./chiron audit knows one word: verify.");
        }
        DataFolder data = DataOption.of(arguments, Home.find());
        DemoFile demo = DemoFile.read(data);
        DemoFile.Account auditor = demo.accounts().stream()
                .filter(account -> "auditor".equals(account.role()))
                .findFirst()
                .orElseThrow(() ->
                        new LauncherException("There is no auditor among the demo accounts in " + data.demo() + "."));
        JsonNode report = ApiSession.open(
                        URI.create(demo.api()), new Credentials(auditor.username(), auditor.password()))
                .post("/audit/verify");
        System.out.println(sentence(report));
        return report.path("holds").asBoolean() ? 0 : 2;
    }

    static String sentence(JsonNode report) {
        if (report.path("holds").asBoolean()) {
            return "The log holds: " + report.path("sealed").asLong() + " rows sealed, "
                    + report.path("waiting").asLong() + " waiting for their seal. Head: "
                    + report.path("head").asText("none yet");
        }
        String place = report.hasNonNull("first_bad_number")
                ? "number " + report.path("first_bad_number").asLong()
                : "a row without a seal";
        String event = report.hasNonNull("first_bad_event")
                ? ", event " + report.path("first_bad_event").asText()
                : "";
        return "The log does not hold: " + report.path("finding").asText() + ", first at " + place + event + ".";
    }
}

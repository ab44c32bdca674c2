package health.chiron.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.client.ApiRefusal;
import health.chiron.launcher.client.ApiSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Sends files to the API one by one. A file that is refused is named, and the rest goes on. */
public final class ImportRun {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final ApiSession integrator;
    private final Consumer<String> lines;

    /**
     * @param integrator an account that may import for its clinic
     * @param lines takes one line for each file
     */
    public ImportRun(ApiSession integrator, Consumer<String> lines) {
        this.integrator = integrator;
        this.lines = lines;
    }

    /**
     * Sends the files in this order.
     *
     * @throws LauncherException when the account may not import at all, or the API is gone: then the rest makes no sense
     */
    public Totals send(List<Path> files) {
        Totals totals = new Totals();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String outcome;
            try {
                JsonNode report = send(file);
                totals.taken(file, report);
                outcome = inShort(report);
            } catch (ApiRefusal refusal) {
                if (refusal.status() == 401 || refusal.status() == 403 || refusal.status() == 404) {
                    throw refusal;
                }
                totals.refused(file, refusal.reason());
                outcome = "refused: " + refusal.reason();
            } catch (Unsendable e) {
                totals.refused(file, e.getMessage());
                outcome = "refused: " + e.getMessage();
            }
            lines.accept(
                    String.format(Locale.ROOT, "  [%d/%d] %s  %s", i + 1, files.size(), file.getFileName(), outcome));
        }
        return totals;
    }

    private JsonNode send(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unsendable("The file is larger than 64 MB; split it by patient.");
            }
        } catch (IOException e) {
            throw new Unsendable("The file cannot be read.");
        }
        String name = file.getFileName().toString();
        String sent = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return integrator.postFile(
                "/imports?file_name=" + URLEncoder.encode(sent, StandardCharsets.UTF_8), "application/fhir+json", file);
    }

    /** Such as "created 1 patient, 4 visit; not taken 120; refused 1". */
    private static String inShort(JsonNode report) {
        List<String> parts = new ArrayList<>();
        for (String way : List.of("created", "updated", "kept", "unchanged")) {
            List<String> kinds = new ArrayList<>();
            report.path(way)
                    .properties()
                    .forEach(field -> kinds.add(field.getValue().asInt() + " " + field.getKey()));
            if (!kinds.isEmpty()) {
                parts.add(way + " " + String.join(", ", kinds));
            }
        }
        addSum(parts, "not taken", report.path("not_taken"));
        addSum(parts, "refused", report.path("refused"));
        return String.join("; ", parts);
    }

    private static void addSum(List<String> parts, String title, JsonNode counts) {
        int sum = 0;
        for (JsonNode count : counts) {
            sum += count.asInt();
        }
        if (sum > 0) {
            parts.add(title + " " + sum);
        }
    }

    /** A file that is not even sent. */
    private static final class Unsendable extends LauncherException {
        private static final long serialVersionUID = 1L;

        Unsendable(String sentence) {
            super(sentence);
        }
    }
}

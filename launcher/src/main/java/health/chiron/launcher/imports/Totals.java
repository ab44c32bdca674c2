package health.chiron.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What several imports did together. */
public final class Totals {
    private static final List<String> WAYS = List.of("created", "unchanged", "updated", "kept");
    private static final String LINE = "  %-44s %9s %10s %9s %6s";

    private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> notTaken = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> adjusted = new TreeMap<>();
    private final Map<Path, String> refusedFiles = new LinkedHashMap<>();
    private final Map<Path, List<String>> patients = new LinkedHashMap<>();

    Totals() {
        WAYS.forEach(way -> rows.put(way, new TreeMap<>()));
    }

    void taken(Path file, JsonNode report) {
        WAYS.forEach(way -> add(rows.get(way), report.path(way)));
        add(notTaken, report.path("not_taken"));
        add(refused, report.path("refused"));
        add(adjusted, report.path("adjusted"));
        List<String> ids = new ArrayList<>();
        report.path("patients").forEach(id -> ids.add(id.asText()));
        patients.put(file, ids);
    }

    void refused(Path file, String reason) {
        refusedFiles.put(file, reason);
    }

    /** The files that were not taken, each with the reason. */
    public Map<Path, String> refusedFiles() {
        return Map.copyOf(refusedFiles);
    }

    /** The ids of the patients that each file brought. */
    public Map<Path, List<String>> patients() {
        return Map.copyOf(patients);
    }

    /** How many rows of a kind were created. */
    public int created(String kind) {
        return rows.get("created").getOrDefault(kind, 0);
    }

    /** One table for a terminal. */
    public String table() {
        StringBuilder text = new StringBuilder();
        line(text, String.format(Locale.ROOT, LINE, "", "created", "unchanged", "updated", "kept"));
        TreeSet<String> kinds = new TreeSet<>();
        rows.values().forEach(counts -> kinds.addAll(counts.keySet()));
        for (String kind : kinds) {
            Object[] cells = new Object[WAYS.size() + 1];
            cells[0] = kind;
            for (int i = 0; i < WAYS.size(); i++) {
                cells[i + 1] = rows.get(WAYS.get(i)).getOrDefault(kind, 0).toString();
            }
            line(text, String.format(Locale.ROOT, LINE, cells));
        }
        section(text, "Not taken yet, by type", notTaken);
        section(text, "Refused, by reason", refused);
        section(text, "Left out or settled by a rule", adjusted);
        line(text, "");
        line(text, "  Files taken: " + patients.size() + ", refused: " + refusedFiles.size());
        refusedFiles.forEach((file, reason) -> line(text, "    " + file.getFileName() + ": " + reason));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            line(text, "");
            line(text, "  " + title);
            counts.forEach((key, number) -> line(text, String.format(Locale.ROOT, "    %-42s %9d", key, number)));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static void add(Map<String, Integer> counts, JsonNode more) {
        more.properties()
                .forEach(field -> counts.merge(field.getKey(), field.getValue().asInt(), Integer::sum));
    }
}

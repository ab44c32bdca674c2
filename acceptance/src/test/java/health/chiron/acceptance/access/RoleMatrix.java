package health.chiron.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The table in role-matrix.yaml.
 *
 * @param sees the texts of the chart that each actor may see
 */
record RoleMatrix(Map<String, Set<String>> sees, List<Row> rows) {
    /**
     * One operation in one state of what it is about.
     *
     * @param act action and category as the access log has them; null when the operation leaves no row there
     * @param shows texts that it shows to everybody whom it lets in
     * @param statuses the expected status by actor
     */
    record Row(
            String operation,
            String state,
            String act,
            String about,
            Set<String> shows,
            Map<String, Integer> statuses) {
        @Override
        public String toString() {
            return operation + " (" + state + ")";
        }
    }

    /** The states of the patient that is shared, and of its records. */
    private static final Set<String> ABOUT_THE_SHARED_ONE = Set.of("treated", "signed", "draft", "former");

    /** @throws IllegalArgumentException naming the row in which a status is missing or too many */
    static RoleMatrix read() {
        try (InputStream file = RoleMatrix.class.getResourceAsStream("role-matrix.yaml")) {
            return of(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoleMatrix of(JsonNode document) {
        Map<String, Set<String>> sees = new LinkedHashMap<>();
        document.path("actors").properties().forEach(actor -> sees.put(actor.getKey(), words(actor.getValue())));
        // Those with whom the treated patient is shared stand in a line of their own, where they differ from somebody
        // to whom nothing
        // joins them.
        List<String> actors = sees.keySet().stream()
                .filter(actor -> !actor.endsWith(" share"))
                .toList();
        List<String> sharers =
                sees.keySet().stream().filter(actor -> actor.endsWith(" share")).toList();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : document.path("operations").properties()) {
            JsonNode facts = operation.getValue();
            String act = facts.required("act").asText();
            for (Map.Entry<String, JsonNode> in : facts.required("in").properties()) {
                String row = operation.getKey() + " (" + in.getKey() + ")";
                Map<String, Integer> statuses =
                        statuses(row, actors, in.getValue().asText());
                String shared = facts.path("shared").path(in.getKey()).asText(null);
                if (shared != null) {
                    statuses.putAll(statuses(row, sharers, shared));
                } else if (!ABOUT_THE_SHARED_ONE.contains(in.getKey()) || sharers.isEmpty()) {
                    sharers.forEach(sharer -> statuses.put(sharer, statuses.get("owner of another patient")));
                } else {
                    throw new IllegalArgumentException(
                            row + " has no statuses for those with whom the patient is shared");
                }
                rows.add(new Row(
                        operation.getKey(),
                        in.getKey(),
                        act.equals("nothing") ? null : act,
                        facts.required("about").asText(),
                        words(facts.path("shows")),
                        statuses));
            }
        }
        return new RoleMatrix(sees, rows);
    }

    private static Map<String, Integer> statuses(String row, List<String> actors, String cells) {
        String[] codes = cells.replace("|", " ").strip().split("\\s+");
        if (codes.length != actors.size()) {
            throw new IllegalArgumentException(
                    row + " has " + codes.length + " statuses for " + actors.size() + " actors");
        }
        Map<String, Integer> statuses = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            statuses.put(actors.get(i), Integer.valueOf(codes[i]));
        }
        return statuses;
    }

    private static Set<String> words(JsonNode list) {
        return Set.copyOf(StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}

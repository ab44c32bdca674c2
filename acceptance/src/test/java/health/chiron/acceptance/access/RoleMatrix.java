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
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : document.path("operations").properties()) {
            JsonNode facts = operation.getValue();
            String act = facts.required("act").asText();
            for (Map.Entry<String, JsonNode> in : facts.required("in").properties()) {
                rows.add(new Row(
                        operation.getKey(),
                        in.getKey(),
                        act.equals("nothing") ? null : act,
                        facts.required("about").asText(),
                        words(facts.path("shows")),
                        statuses(
                                operation.getKey() + " (" + in.getKey() + ")",
                                List.copyOf(sees.keySet()),
                                in.getValue().asText())));
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

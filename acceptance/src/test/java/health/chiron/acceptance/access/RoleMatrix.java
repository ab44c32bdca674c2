package health.chiron.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Actors actors = Actors.of(document.path("actors"));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : document.path("operations").properties()) {
            JsonNode facts = operation.getValue();
            String act = facts.required("act").asText();
            for (Map.Entry<String, JsonNode> in : facts.required("in").properties()) {
                String row = operation.getKey() + " (" + in.getKey() + ")";
                Map<String, Integer> statuses = new HashMap<>();
                actors.cells(
                                row,
                                in.getKey(),
                                in.getValue().asText(),
                                facts.path("shared").path(in.getKey()).asText(null))
                        .forEach((actor, status) -> statuses.put(actor, Integer.valueOf(status)));
                rows.add(new Row(
                        operation.getKey(),
                        in.getKey(),
                        act.equals("nothing") ? null : act,
                        facts.required("about").asText(),
                        Actors.words(facts.path("shows")),
                        statuses));
            }
        }
        return new RoleMatrix(actors.sees(), rows);
    }
}

package health.chiron.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Who acts in the matrices, in the order of their columns.
 *
 * @param sees the texts of the chart that each actor may see
 */
record Actors(Map<String, Set<String>> sees) {
    private static final String SHARER = " share";

    /** The states of the patient that is shared, and of its records. */
    private static final Set<String> ABOUT_THE_SHARED_ONE = Set.of("treated", "signed", "draft", "former");

    static Actors of(JsonNode list) {
        Map<String, Set<String>> sees = new LinkedHashMap<>();
        list.properties().forEach(actor -> sees.put(actor.getKey(), words(actor.getValue())));
        return new Actors(sees);
    }

    /** All of them, nobody who is not signed in among them. */
    List<String> names() {
        return List.copyOf(sees.keySet());
    }

    /**
     * What a line says of each actor. Those with whom the treated patient is shared stand in a line of their own, where they differ
     * from somebody to whom nothing joins them.
     *
     * @param row names the line in what is refused
     * @param shared the other line; null when there is none
     * @throws IllegalArgumentException naming the row in which a cell is missing or too many
     */
    Map<String, String> cells(String row, String state, String line, String shared) {
        List<String> sharers =
                names().stream().filter(actor -> actor.endsWith(SHARER)).toList();
        Map<String, String> cells = cells(
                row, names().stream().filter(actor -> !sharers.contains(actor)).toList(), line);
        if (shared != null) {
            cells.putAll(cells(row, sharers, shared));
        } else if (!ABOUT_THE_SHARED_ONE.contains(state) || sharers.isEmpty()) {
            sharers.forEach(sharer -> cells.put(sharer, cells.get("owner of another patient")));
        } else {
            throw new IllegalArgumentException(row + " has no statuses for those with whom the patient is shared");
        }
        return cells;
    }

    private static Map<String, String> cells(String row, List<String> actors, String line) {
        String[] codes = line.replace("|", " ").strip().split("\\s+");
        if (codes.length != actors.size()) {
            throw new IllegalArgumentException(
                    row + " has " + codes.length + " statuses for " + actors.size() + " actors");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            cells.put(actors.get(i), codes[i]);
        }
        return cells;
    }

    /** The words of a list. */
    static Set<String> words(JsonNode list) {
        return Set.copyOf(StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}

package health.chiron.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table in portal-matrix.yaml, which explains its columns and words.
 *
 * @param doors by page, those that it asks when it is opened by somebody who may, as the log names them
 */
record PortalMatrix(Actors actors, List<Row> rows, Map<String, Set<String>> doors) {
    /** What a cell says of a page that is shown. */
    static final String SHOWN = "200";

    /** What a cell says of whoever is sent to sign in. */
    static final String SIGN_IN = "in";

    /** What a cell says of whoever is led to another page. */
    static final String ELSEWHERE = "go";

    /**
     * A page in one state of what it is about.
     *
     * @param page its file without the ending, or the path of what is no page
     * @param address where it is opened, with the places of ids
     * @param asks whether a door is asked when it is opened, which notes in the log whoever is refused
     * @param shows texts that it shows to everybody to whom it is shown
     * @param cells what each actor gets: a status, {@link #SIGN_IN} or {@link #ELSEWHERE}
     */
    record Row(
            String page,
            String state,
            String address,
            boolean asks,
            Set<String> shows,
            Map<String, String> cells,
            List<Act> acts) {
        /** Whether it is about somebody's chart or access to it: then the log has whoever is refused. */
        boolean asksAboutSomebody() {
            return asks && address.matches(".*\\{(patient|record|grant|request|member)_id}.*");
        }

        @Override
        public String toString() {
            return page + " (" + state + ")";
        }
    }

    /**
     * Something that can be posted from the page.
     *
     * @param bound what is called, as {@code bean.method}
     * @param press the name of the button, a star for the number of a row; null for what is no button
     * @param fields what is filled in besides what the page fills in itself
     * @param by whom it is offered and lets do it
     * @param presses who presses; the others only have the button
     * @param shows texts that the answer shows to whoever may
     * @param changes whether it changes what the sum over all tables counts
     * @param alone whether it ends sessions, so that it is done in one of its own
     */
    record Act(
            String bound,
            String press,
            Map<String, String> fields,
            Set<String> by,
            Set<String> presses,
            Set<String> shows,
            boolean changes,
            boolean alone) {
        /** The name under which the button is posted; null for what is no button. */
        String button() {
            return press != null
                    ? press
                    : fields.entrySet().stream()
                            .filter(field -> field.getKey().contains(":")
                                    && field.getValue().isEmpty())
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
        }

        /** The form that is posted. */
        String form() {
            return press == null ? fields.get("form") : press.substring(0, press.indexOf(':'));
        }
    }

    /** Everything that has to have a row, written as {@code page} and {@code page bean.method}. */
    Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (Row row : rows) {
            named.add(row.page());
            row.acts().forEach(act -> named.add(row.page() + " " + act.bound()));
        }
        return named;
    }

    /** @throws IllegalArgumentException naming the row that is not whole */
    static PortalMatrix read() {
        try (InputStream file = PortalMatrix.class.getResourceAsStream("portal-matrix.yaml");
                InputStream roles = PortalMatrix.class.getResourceAsStream("role-matrix.yaml")) {
            YAMLMapper yaml = new YAMLMapper();
            return of(Actors.of(yaml.readTree(roles).path("actors")), yaml.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PortalMatrix of(Actors actors, JsonNode document) {
        List<Row> rows = new ArrayList<>();
        Map<String, Set<String>> doors = new TreeMap<>();
        for (Map.Entry<String, JsonNode> page : document.path("pages").properties()) {
            JsonNode facts = page.getValue();
            doors.put(page.getKey(), new TreeSet<>(Actors.words(facts.path("doors"))));
            Set<String> states = new TreeSet<>();
            for (Map.Entry<String, JsonNode> in : facts.required("in").properties()) {
                String state = in.getKey();
                states.add(state);
                Map<String, String> cells = actors.cells(
                        page.getKey() + " (" + state + ")",
                        state,
                        in.getValue().asText(),
                        facts.path("shared").path(state).asText(null));
                rows.add(new Row(
                        page.getKey(),
                        state,
                        facts.path("at").path(state).asText(facts.path("at").asText(page.getKey())),
                        facts.path("asks").asBoolean(true),
                        Actors.words(facts.path("shows")),
                        cells,
                        acts(actors, page.getKey(), state, facts.path("acts"), cells)));
            }
            facts.path("acts").properties().forEach(act -> {
                if (!states.contains(act.getValue().required("in").asText())) {
                    throw new IllegalArgumentException(
                            page.getKey() + " " + act.getKey() + " is in a state that the page has not");
                }
            });
        }
        return new PortalMatrix(actors, rows, doors);
    }

    private static List<Act> acts(Actors actors, String page, String state, JsonNode list, Map<String, String> cells) {
        List<Act> acts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> act : list.properties()) {
            JsonNode facts = act.getValue();
            if (!facts.required("in").asText().equals(state)) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            facts.path("fields")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            Set<String> by = new TreeSet<>();
            if (facts.required("by").isTextual()) {
                cells.forEach((actor, cell) -> {
                    if (cell.equals(SHOWN)) {
                        by.add(actor);
                    }
                });
            } else {
                by.addAll(Actors.words(facts.path("by")));
            }
            Set<String> presses = facts.has("presses") ? Actors.words(facts.path("presses")) : by;
            if (!actors.names().containsAll(by) || !by.containsAll(presses)) {
                throw new IllegalArgumentException(
                        page + " " + act.getKey() + " is done by somebody whom nobody knows");
            }
            acts.add(new Act(
                    act.getKey(),
                    facts.path("press").asText(null),
                    fields,
                    by,
                    presses,
                    Actors.words(facts.path("shows")),
                    facts.path("changes").asBoolean(true),
                    facts.path("alone").asBoolean(false)));
        }
        return acts;
    }
}

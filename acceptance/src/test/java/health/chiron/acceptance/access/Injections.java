package health.chiron.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.rest.ApiDescription;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that would be SQL if they were not taken as texts, and every place of an operation to put one. */
final class Injections {
    /** Words that could stand in any of these places; each text is as long as its harmless counterpart. */
    private static final List<String> SHORT = List.of("'", "x'OR'1'='1", "%_\\'\"");

    // No colon: Payara answers a bare 500 to any path with one, before the application sees it (docs/security.md, known
    // gaps).
    private static final List<String> LONG = List.of(
            "x'; SELECT pg_sleep(30)--",
            "x'||(SELECT CAST(pg_sleep(30) AS text))||'",
            "1 AND 1=(SELECT 1 FROM pg_sleep(30))--",
            "x'); DELETE FROM access.code_tries; --");

    private static final AtomicInteger TURN = new AtomicInteger();
    private static final int SHORT_LENGTH = 18;
    private static final int LONG_LENGTH = 60;

    /** Their answers show something else under the names of what they take. */
    private static final Set<String> SILENT = Set.of("POST /auth/token", "POST /auth/refresh", "POST /patients/lookup");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Injections() {}

    /**
     * A text to try.
     *
     * @param harmless an ordinary word of the same length
     */
    record Text(String value, String harmless) {}

    /** All of them; no text comes twice, so that nothing is refused for being there already. */
    static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        SHORT.forEach(text -> texts.add(text(text, SHORT_LENGTH)));
        // One of the long ones for each place, in turn: over hundreds of places all of them get everywhere.
        texts.add(text(LONG.get(Math.floorMod(TURN.getAndIncrement(), LONG.size())), LONG_LENGTH));
        return texts;
    }

    private static Text text(String sql, int length) {
        return new Text(padded(sql, length), padded("", length));
    }

    private static String padded(String text, int length) {
        String unique = text + Scene.next();
        // Letters of many kinds: a password of one letter is refused for that alone.
        return unique + "xyzwvutqkj".repeat(length / 10 + 1).substring(0, length - unique.length());
    }

    /** A place where a text can stand. */
    sealed interface Spot {
        /** The call with this text in this place. */
        Errands.Call with(Errands.Call call, String text);

        /** Whether an answer of 400 is about this place. */
        boolean isRefusedBy(Answer answer);

        /** The name under which an answer shows the text again; null when none does. */
        default String kept() {
            return null;
        }
    }

    /** An id in the path. */
    private record InPath(String template, String name) implements Spot {
        @Override
        public Errands.Call with(Errands.Call call, String text) {
            String[] names = template.split("/", -1);
            String[] values = call.path().split("/", -1);
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals("{" + name + "}")) {
                    values[i] = encoded(text);
                }
            }
            return new Errands.Call(call.method(), String.join("/", values), call.body(), call.headers());
        }

        @Override
        public boolean isRefusedBy(Answer answer) {
            return true; // the server refuses some signs in a path by itself
        }
    }

    /** A parameter of the query. */
    private record InQuery(String name) implements Spot {
        @Override
        public Errands.Call with(Errands.Call call, String text) {
            String query = (call.path().contains("?") ? "&" : "?") + name + "=" + encoded(text);
            return new Errands.Call(call.method(), call.path() + query, call.body(), call.headers());
        }

        @Override
        public boolean isRefusedBy(Answer answer) {
            return answer.fields().contains(name);
        }
    }

    /** A header. */
    private record InHeader(String name) implements Spot {
        @Override
        public Errands.Call with(Errands.Call call, String text) {
            Map<String, String> headers = new HashMap<>(call.headers());
            headers.put(name, text);
            return new Errands.Call(call.method(), call.path(), call.body(), headers);
        }

        @Override
        public boolean isRefusedBy(Answer answer) {
            return true;
        }
    }

    /** Every place of an operation that the document describes. */
    static List<Spot> spots(ApiDescription.Operation operation) {
        List<Spot> spots = new ArrayList<>();
        PARAMETER
                .matcher(operation.path())
                .results()
                .forEach(id -> spots.add(new InPath(operation.path(), id.group(1))));
        for (JsonNode parameter : operation.json().path("parameters")) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> spots.add(new InQuery(name));
                case "header" -> spots.add(new InHeader(name));
                default -> {
                    // Those of the path are found in the path itself.
                }
            }
        }
        if (operation.body() != null) {
            JsonNode schema = operation
                    .json()
                    .path("requestBody")
                    .path("content")
                    .path(operation.body())
                    .path("schema");
            fields(schema, List.of())
                    .forEach(path -> spots.add(new InBody(path, !SILENT.contains(operation.toString()))));
        }
        return spots;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The paths of all texts in a schema; an item of a list has the number 0. */
    private static List<List<String>> fields(JsonNode schema, List<String> at) {
        JsonNode there = resolved(schema);
        return switch (there.path("type").asText()) {
            case "string" -> List.of(at);
            case "array" -> fields(there.path("items"), with(at, "0"));
            default ->
                there.path("properties").properties().stream()
                        .flatMap(property -> fields(property.getValue(), with(at, property.getKey())).stream())
                        .toList();
        };
    }

    private static List<String> with(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? ApiDescription.json().at(schema.path("$ref").asText().substring(1))
                : schema;
    }

    /** A text in a body; what has to stand around it is taken from an example where the call has none. */
    private record InBody(List<String> path, boolean shown) implements Spot {
        @Override
        public boolean isRefusedBy(Answer answer) {
            return answer.fields().stream().anyMatch(field -> field.contains(path.get(path.size() - 1)));
        }

        @Override
        public String kept() {
            return shown ? path.get(path.size() - 1) : null;
        }

        @Override
        public Errands.Call with(Errands.Call call, String text) {
            ObjectNode body = JSON.valueToTree(call.body());
            put(body, path, text);
            return new Errands.Call(call.method(), call.path(), body.toString(), call.headers());
        }

        private static void put(JsonNode at, List<String> path, String text) {
            String next = path.get(0);
            if (path.size() == 1) {
                if (at instanceof ArrayNode list) {
                    list.removeAll().add(text);
                } else {
                    ((ObjectNode) at).put(next, text);
                }
                return;
            }
            JsonNode inner = at instanceof ArrayNode list
                    ? list.isEmpty() ? list.add(example(path.get(1))).get(0) : list.get(0)
                    : at.has(next)
                            ? at.get(next)
                            : ((ObjectNode) at).set(next, around(path)).get(next);
            put(inner, path.subList(1, path.size()), text);
        }

        private static JsonNode around(List<String> path) {
            return path.get(1).equals("0") ? JSON.createArrayNode() : example(path.get(1));
        }

        /** An example of a thing that has a field of this name and is not what the whole body is. */
        private static JsonNode example(String field) {
            return Stream.of(
                            "OpeningInterval",
                            "Address",
                            "Identifier",
                            "Quantity",
                            "NewOwner",
                            "VitalSigns",
                            "ConsentAtDesk")
                    .map(name -> ApiDescription.json().at("/components/schemas/" + name))
                    .filter(schema -> schema.path("properties").has(field))
                    .findFirst()
                    .<JsonNode>map(schema -> schema.path("examples").path(0).deepCopy())
                    .orElseThrow(() -> new IllegalStateException("no example for " + field));
        }
    }
}

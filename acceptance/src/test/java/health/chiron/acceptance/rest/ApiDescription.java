package health.chiron.acceptance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The document in docs/, as tests use it. */
public final class ApiDescription {
    private static final Path FILE = Path.of("").toAbsolutePath().getParent().resolve("docs/openapi.yaml");

    private ApiDescription() {}

    /**
     * An operation.
     *
     * @param open whether it says that no token is needed
     * @param body the media type of its body; null when it takes none
     */
    public record Operation(String method, String path, boolean open, String body, JsonNode json) {
        /** The path with an id that nobody has in the place of each parameter. */
        public String pathWith(String id) {
            return path.replaceAll("\\{[a-z_]+}", id);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The document as it stands there. */
    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document, read; nobody changes it. */
    public static JsonNode json() {
        return Read.ONCE;
    }

    private static final class Read {
        private static final JsonNode ONCE = read();

        private static JsonNode read() {
            try {
                return new YAMLMapper().readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Every operation that it describes. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : json().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                JsonNode operation = one.getValue();
                JsonNode security = operation.path("security");
                JsonNode content = operation.path("requestBody").path("content");
                operations.add(new Operation(
                        one.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        security.isArray() && security.isEmpty(),
                        content.isObject() ? content.fieldNames().next() : null,
                        operation));
            }
        }
        return operations;
    }
}

package health.chiron.launcher.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The launcher's JSON files: snake_case names, readable by a person, replaced as a whole or not at all. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** The mapper behind these files, for a caller that reads a tree. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Replaces a file with the JSON form of a value. */
    public static void write(Path file, Object value) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(half, MAPPER.writeValueAsBytes(value));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + DataFolder.reason(e) + ".", e);
        }
    }

    /** @throws LauncherException when the file is not there or not JSON of this shape */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read as " + type.getSimpleName() + ".", e);
        }
    }
}

package health.chiron.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.rest.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/examples");

    @TestFactory
    Stream<DynamicTest> an_example_is_read_and_written_as_it_stands() throws IOException {
        Map<String, ClassInfo> types = ApiTypes.bySchema(ApiTypes.index());
        return files().stream().map(file -> {
            String schema = file.getFileName().toString().replace(".json", "");
            return DynamicTest.dynamicTest(schema, () -> check(file, types.get(schema)));
        });
    }

    private static void check(Path file, ClassInfo type) throws IOException, ClassNotFoundException {
        String json = Files.readString(file);
        Object read =
                Json.read(Files.newInputStream(file), Class.forName(type.name().toString()));
        assertThat(Problems.tree(Json.write(read)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(Problems.tree(json));
    }

    @Test
    void there_are_examples() throws IOException {
        assertThat(files()).hasSizeGreaterThan(50);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList();
        }
    }
}

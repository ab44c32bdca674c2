package health.chiron.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that need servers are named {@code …IT}; Maven runs them only where a module says so. */
class RunningEveryTestTest {
    private static final Path HOME = Path.of("..");

    @Test
    void a_module_with_integration_tests_runs_them() throws IOException {
        List<Path> modules = modulesWithIntegrationTests();
        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module ->
                        assertThat(Files.readString(module.resolve("pom.xml"))).contains("maven-failsafe-plugin"));
    }

    private static List<Path> modulesWithIntegrationTests() throws IOException {
        try (Stream<Path> folders = Files.list(HOME)) {
            return folders.filter(RunningEveryTestTest::hasIntegrationTests).toList();
        }
    }

    private static boolean hasIntegrationTests(Path module) {
        Path tests = module.resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            return files.anyMatch(file -> file.toString().endsWith("IT.java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

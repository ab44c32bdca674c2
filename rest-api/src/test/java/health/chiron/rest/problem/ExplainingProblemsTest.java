package health.chiron.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainingProblemsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern REFUSAL =
            Pattern.compile("Refusal\\s*\\.(?:conflict|tooMany|forbidden|unauthenticated)\\(\\s*\"([a-z-]+/[a-z-]+)\"");
    private static final Pattern FAILURE = Pattern.compile("(?:plain|new Failure)\\(\\s*\\d{3},\\s*\"([a-z/-]+)\"");

    @Test
    void every_code_that_the_doors_and_this_war_answer_with_is_explained() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("invalid", "not-found", "stale"));
        for (String module : new String[] {"access-control", "records", "interop", "domain"}) {
            codes.addAll(found(ROOT.resolve(module + "/src/main/java"), REFUSAL));
        }
        codes.addAll(found(ROOT.resolve("rest-api/src/main/java"), FAILURE));

        String page = Files.readString(ROOT.resolve("rest-api/src/main/webapp/docs/problems.html"));

        assertThat(codes)
                .hasSizeGreaterThan(25)
                .allSatisfy(code -> assertThat(page).contains("id=\"" + code + "\""));
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }
}

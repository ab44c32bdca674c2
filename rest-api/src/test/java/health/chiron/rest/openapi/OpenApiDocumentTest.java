package health.chiron.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
    /** Makes the file anew: {@code ./mvnw -pl rest-api -am package -Dtest=OpenApiDocumentTest -Dopenapi.write=true -Dsurefire.failIfNoSpecifiedTests=false}. */
    @Test
    void the_file_in_docs_says_what_the_code_does() throws IOException {
        String generated = ApiDocument.generate();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(ApiDocument.FILE.getParent());
            Files.writeString(ApiDocument.FILE, generated);
        }
        assertThat(firstDifference(Files.readString(ApiDocument.FILE), generated))
                .as("docs/openapi.yaml is behind the code; run tools/openapi-lint/regenerate.sh")
                .isEmpty();
    }

    /** One line says more than two documents of five thousand. */
    private static Optional<String> firstDifference(String kept, String generated) {
        List<String> is = kept.lines().toList();
        List<String> wanted = generated.lines().toList();
        return IntStream.range(0, Math.max(is.size(), wanted.size()))
                .filter(i -> i >= is.size() || i >= wanted.size() || !is.get(i).equals(wanted.get(i)))
                .mapToObj(i -> "line " + (i + 1) + ": " + (i < wanted.size() ? wanted.get(i) : "(nothing)"))
                .findFirst();
    }
}

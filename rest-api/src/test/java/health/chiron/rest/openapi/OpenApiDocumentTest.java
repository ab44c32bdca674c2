package health.chiron.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
        assertThat(Files.readString(ApiDocument.FILE))
                .as("docs/openapi.yaml is behind the code; run tools/openapi-lint/regenerate.sh")
                .isEqualTo(generated);
    }
}

package health.chiron.rest.openapi;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;

/** Makes the description of the API from the code: paths and schemas from the classes, words from their comments. */
final class ApiDocument {
    /** The repository's folder; the tests run in the module's. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** The document that is kept in the repository and packed into the WAR. */
    static final Path FILE = ROOT.resolve("docs/openapi.yaml");

    private ApiDocument() {}

    static String generate() throws IOException {
        Index index = ApiTypes.index();
        SourceDocs docs = SourceDocs.read(List.of(
                ROOT.resolve("rest-api/src/main/java"),
                ROOT.resolve("access-control/src/main/java/health/chiron/access/api"),
                ROOT.resolve("records/src/main/java/health/chiron/records/api"),
                ROOT.resolve("interop/src/main/java/health/chiron/interop/api"),
                ROOT.resolve("domain/src/main/java")));
        SmallRyeOpenAPI document = SmallRyeOpenAPI.builder()
                .withConfig(config(index))
                .withIndex(index)
                .withInitialModel(Frame.model())
                .withOperationHandler(new Operations(docs))
                .withScannerClassLoader(ApiDocument.class.getClassLoader())
                .withApplicationClassLoader(ApiDocument.class.getClassLoader())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .addFilter(new Dressing(docs, ApiTypes.bySchema(index)))
                .build();
        return document.toYAML();
    }

    private static Config config(Index index) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "mp.openapi.extensions.smallrye.property-naming-strategy",
                "com.fasterxml.jackson.databind.PropertyNamingStrategies$SnakeCaseStrategy");
        settings.put("mp.openapi.extensions.smallrye.operationIdStrategy", "METHOD");
        settings.put("mp.openapi.extensions.smallrye.duplicateOperationIdBehavior", "FAIL");
        settings.put("mp.openapi.extensions.smallrye.remove-unused-schemas.enable", "true");
        settings.put("mp.openapi.extensions.smallrye.application-path.disable", "true");
        settings.put("mp.openapi.extensions.smallrye.sorted-parameters.enable", "false");
        for (ClassInfo id : index.getAllKnownImplementations(DotName.createSimple("health.chiron.domain.shared.Id"))) {
            settings.put(
                    "mp.openapi.schema." + id.name(),
                    "{\"name\":\"" + id.simpleName() + "\",\"type\":\"string\",\"format\":\"uuid\"}");
        }
        settings.put(
                "mp.openapi.schema.health.chiron.rest.wire.DayOrTime", "{\"name\":\"DayOrTime\",\"type\":\"string\"}");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "document", 100))
                .build();
    }
}

package health.chiron.rest.openapi;

import health.chiron.access.api.SignIn;
import health.chiron.domain.shared.Id;
import health.chiron.interop.api.Imports;
import health.chiron.records.api.Visits;
import health.chiron.rest.app.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The classes that the document is made from: this WAR, the doors, the domain's enums and ids. */
final class ApiTypes {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private ApiTypes() {}

    /** An index of them, wherever the build has put them: folders in one phase, archives in another. */
    static Index index() throws IOException {
        Indexer indexer = new Indexer();
        for (Class<?> one : List.of(Api.class, SignIn.class, Visits.class, Imports.class, Id.class)) {
            add(indexer, place(one));
        }
        return indexer.complete();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Indexer indexer, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            addFolder(indexer, place);
        } else {
            try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                addFolder(indexer, archive.getPath("/"));
            }
        }
    }

    private static void addFolder(Indexer indexer, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(ApiTypes::isWanted).sorted().toList()) {
                try (InputStream code = Files.newInputStream(file)) {
                    indexer.index(code);
                }
            }
        }
    }

    private static boolean isWanted(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".class")
                && (path.contains("health/chiron/rest/")
                        || path.contains("health/chiron/access/api/")
                        || path.contains("health/chiron/records/api/")
                        || path.contains("health/chiron/interop/api/")
                        || path.contains("health/chiron/domain/"));
    }

    /** The name of each record's or enum's schema, and its class. */
    static Map<String, ClassInfo> bySchema(Index index) {
        Map<String, ClassInfo> types = new TreeMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() || type.isEnum()) {
                types.merge(schemaName(type), type, ApiTypes::preferWire);
            }
        }
        return types;
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    /** Where two classes share a name, the one of a door is on the wire; the domain's aggregates never are. */
    private static ClassInfo preferWire(ClassInfo one, ClassInfo other) {
        return one.name().toString().contains(".domain.") ? other : one;
    }
}

package health.chiron.launcher.imports;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which files an import takes, and in which order. */
public final class ImportFiles {
    private ImportFiles() {}

    /**
     * The file itself, or a folder's JSON files: hospitals and practitioners first, because charts refer to them, then by name.
     * A folder that Synthea wrote into keeps them in a folder {@code fhir} of its own.
     *
     * @throws LauncherException when there is no such file, or none in the folder
     */
    public static List<Path> of(Path given) {
        if (Files.isRegularFile(given)) {
            return List.of(given);
        }
        if (!Files.isDirectory(given)) {
            throw new LauncherException("There is no file or folder " + given + ".");
        }
        List<Path> files = new ArrayList<>(jsonIn(given));
        if (files.isEmpty() && Files.isDirectory(given.resolve("fhir"))) {
            files.addAll(jsonIn(given.resolve("fhir")));
        }
        if (files.isEmpty()) {
            throw new LauncherException("The folder " + given + " holds no file that ends in .json.");
        }
        files.sort(Comparator.comparingInt(ImportFiles::turn)
                .thenComparing(file -> file.getFileName().toString()));
        return List.copyOf(files);
    }

    private static List<Path> jsonIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file))
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("The folder " + folder + " cannot be read.", e);
        }
    }

    private static int turn(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith("hospitalInformation")) {
            return 0;
        }
        return name.startsWith("practitionerInformation") ? 1 : 2;
    }
}

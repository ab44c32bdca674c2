package health.chiron.launcher.cli;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.demo.DemoFile;
import health.chiron.launcher.imports.ImportFiles;
import health.chiron.launcher.imports.ImportRun;
import health.chiron.launcher.imports.Totals;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings FHIR files in: as the demo's integrator, or as an operator says. */
final class Import implements Command {
    private static final int SOME_REFUSED = 2;
    private static final String USER = "--user";
    private static final String PASSWORD_FILE = "--password-file";
    private static final String URL = "--url";

    private final Map<String, String> environment;

    Import(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments =
                Arguments.parse(line, Set.of(USER, PASSWORD_FILE, URL, DataOption.NAME), Set.of(), environment);
        if (arguments.rest().size() != 1) {
            throw new UsageException("./chiron import takes one file, or one folder with files.");
        }
        List<Path> files = ImportFiles.of(Path.of(arguments.rest().get(0)));
        Totals totals = new ImportRun(signedIn(arguments), System.out::println).send(files);
        System.out.println();
        System.out.print(totals.table());
        return totals.refusedFiles().isEmpty() ? 0 : SOME_REFUSED;
    }

    private static ApiSession signedIn(Arguments arguments) {
        Optional<String> user = arguments.text(USER, "CHIRON_IMPORT_USER");
        Optional<String> url = arguments.text(URL, "CHIRON_IMPORT_URL");
        Optional<Path> passwordFile =
                arguments.text(PASSWORD_FILE, "CHIRON_IMPORT_PASSWORD_FILE").map(Path::of);
        if (passwordFile.isPresent() && user.isPresent() && url.isPresent()) {
            return ApiSession.open(URI.create(url.get()), new Credentials(user.get(), password(passwordFile.get())));
        }
        DataFolder data = DataOption.of(arguments, Home.find());
        DemoFile demo = DemoFile.read(data);
        Credentials credentials = passwordFile.isPresent()
                ? new Credentials(
                        user.orElseThrow(() -> new UsageException(PASSWORD_FILE + " needs " + USER + " as well.")),
                        password(passwordFile.get()))
                : demoAccount(demo, user, data);
        return ApiSession.open(URI.create(url.orElse(demo.api())), credentials);
    }

    private static Credentials demoAccount(DemoFile demo, Optional<String> user, DataFolder data) {
        return demo.accounts().stream()
                .filter(account -> user.isPresent()
                        ? account.username().equals(user.get())
                        : account.role().equals("integrator"))
                .findFirst()
                .map(account -> new Credentials(account.username(), account.password()))
                .orElseThrow(() -> new LauncherException("There is no such demo account in " + data.demo() + "; name "
                        + USER + " and " + PASSWORD_FILE + "."));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LauncherException("The password file " + file + " cannot be read.", e);
        }
    }
}

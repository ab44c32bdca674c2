package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the key files of an operator's installation. Replacing keys would make sealed and signed things unreadable: refused. */
final class MakeSecrets implements Command {
    private static final List<String> FILES = List.of(
            Secrets.TOKEN_KEYS,
            Secrets.TOKEN_KEYS_PUBLIC,
            Secrets.AUDIT_KEY,
            Secrets.CODE_KEY,
            Secrets.TOTP_KEY,
            Secrets.FIRST_ADMIN);

    private final Map<String, String> environment;

    MakeSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(), Set.of(), environment);
        if (arguments.rest().size() != 1) {
            throw new UsageException("./chiron secrets takes the folder to make the files in.");
        }
        Path folder = Path.of(arguments.rest().get(0)).toAbsolutePath().normalize();
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                throw new LauncherException(folder.resolve(file) + " is there already and will not be replaced.");
            }
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new LauncherException("The folder " + folder + " cannot be made: " + DataFolder.reason(e) + ".", e);
        }
        Secrets secrets = Secrets.in(folder);
        secrets.makeKeys();
        secrets.password(Secrets.FIRST_ADMIN);
        FILES.forEach(file -> System.out.println(folder.resolve(file)));
        return 0;
    }
}

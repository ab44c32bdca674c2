package health.chiron.launcher.cli;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.postgres.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the missing migrations on an operator's database, before the new version is deployed. */
final class Migrate implements Command {
    private final Map<String, String> environment;

    Migrate(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments.parse(line, Set.of(), Set.of(), environment);
        String url = required("CHIRON_DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LauncherException("CHIRON_DB_URL has to begin with jdbc:postgresql:.");
        }
        int count = Migrations.run(url, new Credentials(required("CHIRON_DB_OWNER_USER"), password()));
        System.out.println(count == 0 ? "The database is up to date." : count + " migrations ran.");
        return 0;
    }

    private String password() {
        String file = environment.get("CHIRON_DB_OWNER_PASSWORD_FILE");
        if (file == null || file.isBlank()) {
            return required("CHIRON_DB_OWNER_PASSWORD");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new LauncherException("The file that CHIRON_DB_OWNER_PASSWORD_FILE names cannot be read.", e);
        }
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LauncherException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}

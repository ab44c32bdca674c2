package health.chiron.launcher.cli;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How an operator's own database is reached as the owner of the schemas: environment variables only. */
final class OwnerAccess {
    private final Map<String, String> environment;

    OwnerAccess(Map<String, String> environment) {
        this.environment = environment;
    }

    String url() {
        String url = required("CHIRON_DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LauncherException("CHIRON_DB_URL has to begin with jdbc:postgresql:.");
        }
        return url;
    }

    Credentials credentials() {
        return new Credentials(required("CHIRON_DB_OWNER_USER"), password());
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

    /** The value of a variable that has to be set. */
    String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LauncherException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}

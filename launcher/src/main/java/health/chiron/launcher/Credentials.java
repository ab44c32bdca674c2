package health.chiron.launcher;

import static java.util.Objects.requireNonNull;

/** A name and its password. Printing it shows the name only. */
public record Credentials(String username, String password) {
    public Credentials {
        requireNonNull(username, "a sign-in needs a name");
        requireNonNull(password, "a sign-in needs a password");
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}

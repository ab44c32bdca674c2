package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.signin.Passwords;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first platform administrator of an empty installation, with the name and the password file that the operator set. */
@ApplicationScoped
public class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.first.admin.username")
    private Optional<String> username;

    @Inject
    @ConfigProperty(name = "chiron.first.admin.password.file")
    private Optional<String> passwordFile;

    /**
     * Makes it if there is none; called when the house opens, in a transaction.
     *
     * @throws health.chiron.domain.shared.Refusal when the password is too weak
     */
    public void make() {
        long there = sql.count(
                "SELECT count(*) FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND status <> 'DEACTIVATED'");
        if (there > 0) {
            warnIfNobodyIsActive();
            return;
        }
        if (username.isEmpty() || passwordFile.isEmpty()) {
            LOG.warning(
                    "No platform administrator exists, and CHIRON_FIRST_ADMIN_USERNAME and CHIRON_FIRST_ADMIN_PASSWORD_FILE are not set.");
            return;
        }
        String password = read(passwordFile.get());
        passwords.mustBeStrong("CHIRON_FIRST_ADMIN_PASSWORD_FILE", password, username.get());
        Instant now = clock.instant();
        Account first = Account.invite(
                AccountKind.PLATFORM_ADMIN, username.get(), "Platform administrator", null, null, "en", "UTC", now);
        first.activate(passwords.hash(password), now);
        accounts.add(first);
        LOG.log(Level.INFO, "The first platform administrator has been made.");
    }

    private void warnIfNobodyIsActive() {
        long active =
                sql.count("SELECT count(*) FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND status = 'ACTIVE'");
        if (active == 0) {
            LOG.warning("No platform administrator is active; ./chiron rescue lets one in again.");
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the first administrator's password file", e);
        }
    }
}

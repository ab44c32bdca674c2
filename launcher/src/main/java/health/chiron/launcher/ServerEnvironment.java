package health.chiron.launcher;

import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.secrets.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the application is told at its start. These names are its contract; an operator sets the same ones. */
final class ServerEnvironment {
    /** Who signs in first, with the password in the folder of secrets. */
    static final String FIRST_ADMIN = "admin";

    private ServerEnvironment() {}

    static Map<String, String> of(DataFolder data, Database database, String publicUrl) {
        Secrets secrets = Secrets.in(data.secrets());
        Credentials app = database.credentials(DatabaseRole.APP);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("CHIRON_MODE", "demo");
        environment.put("CHIRON_DB_HOST", "127.0.0.1");
        environment.put("CHIRON_DB_PORT", Integer.toString(database.port()));
        environment.put("CHIRON_DB_NAME", Database.NAME);
        environment.put("CHIRON_DB_USER", app.username());
        environment.put("CHIRON_DB_PASSWORD", app.password());
        environment.put("CHIRON_PUBLIC_URL", publicUrl);
        environment.put("CHIRON_TOKEN_ISSUER", publicUrl);
        environment.put(
                "CHIRON_TOKEN_KEYS_FILE", secrets.file(Secrets.TOKEN_KEYS).toString());
        environment.put("CHIRON_AUDIT_KEY_FILE", secrets.file(Secrets.AUDIT_KEY).toString());
        environment.put("CHIRON_CODE_KEY_FILE", secrets.file(Secrets.CODE_KEY).toString());
        environment.put("CHIRON_TOTP_KEY_FILE", secrets.file(Secrets.TOTP_KEY).toString());
        environment.put("CHIRON_AUDIT_HEAD_DIR", data.auditHeads().toString());
        environment.put("CHIRON_AUDIT_WITNESS_DIR", data.auditWitness().toString());
        environment.put("CHIRON_AUDIT_ARCHIVE_DIR", data.auditArchive().toString());
        environment.put("CHIRON_DELIVERY", "files");
        environment.put("CHIRON_OUTBOX_DIR", data.outbox().toString());
        environment.put("CHIRON_FIRST_ADMIN_USERNAME", FIRST_ADMIN);
        environment.put(
                "CHIRON_FIRST_ADMIN_PASSWORD_FILE",
                secrets.file(Secrets.FIRST_ADMIN).toString());
        environment.put("MP_JWT_VERIFY_ISSUER", publicUrl);
        environment.put("MP_JWT_VERIFY_AUDIENCES", "chiron-api");
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                secrets.file(Secrets.TOKEN_KEYS_PUBLIC).toUri().toString());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM", "RS256");
        environment.put("MP_JWT_VERIFY_CLOCK_SKEW", "30");
        return environment;
    }
}

package health.chiron.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The providers of single sign-on that the house of tests offers. */
final class SsoSettings {
    private SsoSettings() {}

    static Map<String, String> of(ScriptedProvider scripted, Keycloak keycloak) {
        Path file = Path.of("target", "sso-secret-" + ProcessHandle.current().pid());
        try {
            Files.writeString(file, ScriptedProvider.SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("CHIRON_SSO_PROVIDERS", "keycloak, ask, auto, open");
        provider(settings, "KEYCLOAK", "Keycloak", keycloak.issuer(), file);
        provider(settings, "ASK", "Northside", scripted.issuer(ScriptedProvider.ASK), file);
        provider(settings, "AUTO", "Regional", scripted.issuer(ScriptedProvider.AUTO), file);
        provider(settings, "OPEN", "Citizens", scripted.issuer(ScriptedProvider.OPEN), file);
        settings.put("CHIRON_SSO_AUTO_LINKING", "auto_link");
        settings.put("CHIRON_SSO_AUTO_DOMAINS", "example.org");
        settings.put("CHIRON_SSO_OPEN_LINKING", "create_separate");
        settings.put("CHIRON_SSO_OPEN_NEW_ACCOUNTS", "owner");
        return settings;
    }

    private static void provider(Map<String, String> settings, String name, String label, String issuer, Path secret) {
        String prefix = "CHIRON_SSO_" + name + "_";
        settings.put(prefix + "LABEL", label);
        settings.put(prefix + "ISSUER", issuer);
        settings.put(prefix + "CLIENT_ID", ScriptedProvider.CLIENT);
        settings.put(prefix + "CLIENT_SECRET_FILE", secret.toAbsolutePath().toString());
    }
}

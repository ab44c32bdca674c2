package health.chiron.access.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingSettingsTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void a_house_fit_for_production() throws IOException, JOSEException {
        environment.put("CHIRON_PUBLIC_URL", "https://records.northside-clinic.health");
        environment.put("CHIRON_TOKEN_ISSUER", "https://records.northside-clinic.health");
        environment.put("MP_JWT_VERIFY_ISSUER", "https://records.northside-clinic.health");
        environment.put("MP_JWT_VERIFY_AUDIENCES", "chiron-api");
        environment.put("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM", "RS256");
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "file:/keys/public.json");
        environment.put("CHIRON_DB_PASSWORD", "k3Vd0-91xPq_ZrT7");
        environment.put("CHIRON_SMTP_HOST", "mail.northside-clinic.health");
        environment.put("CHIRON_SMTP_FROM", "chiron@northside-clinic.health");
        environment.put("CHIRON_AUDIT_HEAD_DIR", folder.toString());
        environment.put("CHIRON_AUDIT_WITNESS_DIR", folder.toString());
        environment.put("CHIRON_AUDIT_KEY_FILE", key("audit", random(1)));
        environment.put("CHIRON_CODE_KEY_FILE", key("code", random(2)));
        environment.put("CHIRON_TOTP_KEY_FILE", key("totp", random(3)));
        environment.put("CHIRON_TOKEN_KEYS_FILE", tokenKeys(2048));
    }

    @Test
    void it_opens_and_without_a_mode_as_well() {
        assertThat(faults()).isEmpty();
        environment.put("CHIRON_MODE", "production");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHIRON_MODE                       | staging
            CHIRON_PUBLIC_URL                 | http://records.northside-clinic.health
            CHIRON_PUBLIC_URL                 | https://localhost
            CHIRON_PUBLIC_URL                 | https://127.0.0.1:8080
            CHIRON_PUBLIC_URL                 | https://chiron.example.org
            CHIRON_PUBLIC_URL                 | not an address
            CHIRON_PUBLIC_URL                 |
            CHIRON_TOKEN_ISSUER               |
            CHIRON_TOKEN_ISSUER               | https://elsewhere.health
            MP_JWT_VERIFY_ISSUER              |
            MP_JWT_VERIFY_AUDIENCES           |
            MP_JWT_VERIFY_AUDIENCES           | anything
            MP_JWT_VERIFY_PUBLICKEY_ALGORITHM | HS256
            MP_JWT_VERIFY_PUBLICKEY_LOCATION  |
            CHIRON_DB_PASSWORD                |
            CHIRON_DB_PASSWORD                | changeit-changeit
            CHIRON_DB_PASSWORD                | your-database-password
            CHIRON_DB_PASSWORD                | k3Vd0-91x
            CHIRON_SMTP_HOST                  |
            CHIRON_SMTP_FROM                  |
            CHIRON_SMTP_USER                  | chiron
            CHIRON_SMS_URL                    | http://gateway.health/send
            CHIRON_SMS_URL                    | https://gateway.health/send
            CHIRON_DELIVERY                   | files
            CHIRON_OUTBOX_DIR                 | /tmp
            CHIRON_AUDIT_HEAD_DIR             |
            CHIRON_AUDIT_HEAD_DIR             | /no/such/folder
            CHIRON_AUDIT_WITNESS_DIR          |
            CHIRON_AUDIT_VERIFY_AT            | nightly
            CHIRON_AUDIT_VERIFY_AT            | 24:00
            CHIRON_AUDIT_RETENTION_YEARS      | 2
            CHIRON_AUDIT_RETENTION_YEARS      | ten
            CHIRON_AUDIT_RETENTION_YEARS      | 101
            CHIRON_AUDIT_ARCHIVE_DIR          | /no/such/folder
            CHIRON_AUDIT_SYSLOG               | tcp://collector.northside-clinic.health:601
            CHIRON_AUDIT_SYSLOG               | udp://collector.northside-clinic.health:514
            CHIRON_AUDIT_SYSLOG               | collector.northside-clinic.health
            CHIRON_AUDIT_SYSLOG               | tls://collector.northside-clinic.health:70000
            CHIRON_AUDIT_SYSLOG               | tls://collector.example.org
            CHIRON_AUDIT_KEY_FILE             |
            CHIRON_CODE_KEY_FILE              | /no/such/file
            CHIRON_TOTP_KEY_FILE              |
            CHIRON_TOKEN_KEYS_FILE            |
            """)
    void it_stays_closed_and_names_the_variable_but_never_its_value(String name, String value) {
        set(name, value);

        assertThat(faults())
                .contains(
                        name.equals("CHIRON_SMS_URL") && value.startsWith("https")
                                ? "CHIRON_SMS_TOKEN"
                                : name.equals("CHIRON_SMTP_USER") ? "CHIRON_SMTP_PASSWORD" : name);
        if (value != null && value.length() > 8 && !value.equals("chiron-api")) {
            assertThat(faults()).doesNotContain(value);
        }
    }

    @Test
    void a_demo_may_have_what_production_may_not_but_needs_its_keys() throws IOException {
        environment.put("CHIRON_MODE", "demo");
        environment.put("CHIRON_DELIVERY", "files");
        environment.put("CHIRON_PUBLIC_URL", "http://localhost:8080");
        environment.remove("CHIRON_AUDIT_HEAD_DIR");
        assertThat(faults()).isEmpty();
        environment.put("CHIRON_AUDIT_KEY_FILE", key("short", new byte[16]));
        assertThat(faults()).contains("CHIRON_AUDIT_KEY_FILE");
    }

    @Test
    void the_log_goes_to_a_collector_by_tls_and_in_clear_in_a_demo_only() {
        for (String fit : new String[] {"none", "tls://collector.northside-clinic.health", "tls://localhost:6515"}) {
            environment.put("CHIRON_AUDIT_SYSLOG", fit);
            assertThat(faults()).as(fit).isEmpty();
        }
        environment.put("CHIRON_MODE", "demo");
        environment.put("CHIRON_AUDIT_SYSLOG", "tcp://localhost:5140");
        assertThat(faults()).isEmpty();
        environment.put("CHIRON_AUDIT_SYSLOG", "tcp://localhost");
        assertThat(faults()).contains("CHIRON_AUDIT_SYSLOG");
    }

    @Test
    void keys_that_a_person_typed_or_used_twice_are_none() throws IOException, JOSEException {
        environment.put("CHIRON_AUDIT_KEY_FILE", key("zero", new byte[32]));
        assertThat(faults()).contains("CHIRON_AUDIT_KEY_FILE holds a placeholder");
        environment.put(
                "CHIRON_AUDIT_KEY_FILE",
                key("typed", "this-is-thirty-two-bytes-of-text".getBytes(StandardCharsets.US_ASCII)));
        assertThat(faults()).contains("CHIRON_AUDIT_KEY_FILE holds a placeholder");
        environment.put("CHIRON_AUDIT_KEY_FILE", key("same", random(2)));
        assertThat(faults()).contains("hold the same key");
    }

    private String faults() {
        return String.join("; ", new Settings(name -> Optional.ofNullable(environment.get(name))).faults());
    }

    private void set(String name, String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }

    private static byte[] random(int seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }

    private String key(String name, byte[] key) throws IOException {
        Path file = folder.resolve(name + ".key");
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        return file.toString();
    }

    private String tokenKeys(int bits) throws IOException, JOSEException {
        Path file = folder.resolve("token-keys.json");
        Files.writeString(file, new JWKSet(new RSAKeyGenerator(bits).generate()).toString(false));
        return file.toString();
    }
}

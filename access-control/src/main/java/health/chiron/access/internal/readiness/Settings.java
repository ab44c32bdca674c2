package health.chiron.access.internal.readiness;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import health.chiron.access.internal.audit.SyslogTarget;
import health.chiron.access.internal.audit.VerificationSchedule;
import health.chiron.access.internal.limits.Limit;
import health.chiron.access.internal.signin.KeyFile;
import health.chiron.access.internal.sso.ProviderSettings;
import health.chiron.domain.shared.AddressRanges;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The operator's settings, judged. Keys must be fit in every mode; in production nothing may be missing, be a placeholder or be
 * made for a demo. The list stands in docs/operator.md. A fault names the variable and never its value.
 */
final class Settings {
    private static final Set<String> PLACEHOLDERS = Set.of(
            "changeit",
            "change-me",
            "change_me",
            "changeme",
            "placeholder",
            "password",
            "secret",
            "your-",
            "your_",
            "${",
            "<");
    private static final Set<String> NOWHERE =
            Set.of("example.org", "example.com", "example.net", "example", "test", "invalid", "localhost");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_RETENTION = 3;

    private final Function<String, Optional<String>> read;

    /** @param read the value of an environment variable's name */
    Settings(Function<String, Optional<String>> read) {
        this.read = name -> read.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether this is a demo: said in so many words, never assumed. */
    boolean demo() {
        return read.apply("CHIRON_MODE").filter("demo"::equals).isPresent();
    }

    /** What is wrong with them; none when the house may open. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(keys());
        String mode = read.apply("CHIRON_MODE").orElse("production");
        if (!Set.of("demo", "production").contains(mode)) {
            faults.add("CHIRON_MODE is neither demo nor production");
        }
        limits(faults);
        retention(faults);
        collector(faults);
        faults.addAll(ProviderSettings.of(read, demo()).faults());
        if (!demo()) {
            addresses(faults);
            tokens(faults);
            delivery(faults);
            secret(faults, "CHIRON_DB_PASSWORD");
            folder(faults, "CHIRON_AUDIT_HEAD_DIR");
            folder(faults, "CHIRON_AUDIT_WITNESS_DIR");
        }
        return faults;
    }

    /** Whether people reach the house by https, as far as its own setting says. */
    boolean publicIsHttps() {
        List<String> faults = new ArrayList<>();
        https(faults, "CHIRON_PUBLIC_URL");
        return faults.isEmpty();
    }

    /** Whether letters are sent, and do not lie in files. */
    boolean delivers() {
        List<String> faults = new ArrayList<>();
        delivery(faults);
        return faults.isEmpty();
    }

    private List<String> keys() {
        List<String> faults = new ArrayList<>();
        Optional<byte[]> audit = key(faults, "CHIRON_AUDIT_KEY_FILE");
        Optional<byte[]> code = key(faults, "CHIRON_CODE_KEY_FILE");
        Optional<byte[]> totp = key(faults, "CHIRON_TOTP_KEY_FILE");
        if (totp.isPresent() && (same(totp, audit) || same(totp, code))) {
            faults.add("CHIRON_TOTP_KEY_FILE holds the key of CHIRON_AUDIT_KEY_FILE or CHIRON_CODE_KEY_FILE");
        }
        if (audit.isPresent() && code.isPresent() && Arrays.equals(audit.get(), code.get())) {
            faults.add("CHIRON_AUDIT_KEY_FILE and CHIRON_CODE_KEY_FILE hold the same key");
        }
        if (read.apply("CHIRON_TOKEN_KEYS_FILE").filter(Settings::holdsTokenKey).isEmpty()) {
            faults.add("CHIRON_TOKEN_KEYS_FILE holds no private RSA key of " + SHORTEST_RSA + " bits or more");
        }
        return faults;
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return other.isPresent() && Arrays.equals(one.orElseThrow(), other.get());
    }

    private Optional<byte[]> key(List<String> faults, String name) {
        Optional<String> file = read.apply(name);
        try {
            byte[] key = KeyFile.read(file.orElse(""));
            // Chance does not make 32 printable bytes, or 32 equal ones: a person typed them.
            boolean typed = true;
            boolean equal = true;
            for (byte one : key) {
                typed &= one >= ' ' && one < 0x7f;
                equal &= one == key[0];
            }
            if (!typed && !equal) {
                return Optional.of(key);
            }
            faults.add(name + " holds a placeholder and no random key");
        } catch (IllegalStateException e) {
            faults.add(name + " names no file with a key of 32 bytes in Base64");
        }
        return Optional.empty();
    }

    private static boolean holdsTokenKey(String file) {
        try {
            JWKSet set = JWKSet.load(new File(file));
            return !set.getKeys().isEmpty()
                    && set.getKeys().get(0) instanceof RSAKey first
                    && first.isPrivate()
                    && first.size() >= SHORTEST_RSA;
        } catch (IOException | ParseException e) {
            return false;
        }
    }

    private void limits(List<String> faults) {
        for (Limit limit : Limit.values()) {
            if (read.apply(limit.variable())
                    .filter(value -> !Limit.SETTING.matcher(value).matches())
                    .isPresent()) {
                faults.add(limit.variable() + " is not calls/seconds, such as 120/300");
            }
        }
        for (String name : List.of("CHIRON_TRUSTED_PROXIES", "CHIRON_LIMIT_EXEMPT")) {
            try {
                read.apply(name).ifPresent(AddressRanges::of);
            } catch (IllegalArgumentException e) {
                faults.add(name + " is no list of network addresses");
            }
        }
    }

    private void addresses(List<String> faults) {
        https(faults, "CHIRON_PUBLIC_URL");
        https(faults, "CHIRON_TOKEN_ISSUER");
        if (read.apply("CHIRON_SMS_URL").isPresent()) {
            https(faults, "CHIRON_SMS_URL");
            secret(faults, "CHIRON_SMS_TOKEN");
        }
    }

    private void https(List<String> faults, String name) {
        Optional<String> value = read.apply(name);
        if (value.isEmpty()) {
            faults.add(name + " is missing");
            return;
        }
        try {
            URI address = new URI(value.get());
            String host = address.getHost();
            if (!"https".equals(address.getScheme()) || host == null) {
                faults.add(name + " is no https address");
            } else if (leadsNowhere(host.toLowerCase(Locale.ROOT))) {
                faults.add(name + " is a placeholder or this machine");
            }
        } catch (java.net.URISyntaxException e) {
            faults.add(name + " is no https address");
        }
    }

    private static boolean leadsNowhere(String host) {
        return host.startsWith("127.")
                || Set.of("[::1]", "0.0.0.0", "[::]").contains(host)
                || NOWHERE.stream().anyMatch(end -> isBelow(host, end));
    }

    /** A relay on this machine is none. */
    private static boolean isPlaceholder(String host) {
        return NOWHERE.stream().anyMatch(end -> !"localhost".equals(end) && isBelow(host, end));
    }

    private static boolean isBelow(String host, String end) {
        return host.equals(end) || host.endsWith("." + end);
    }

    private void tokens(List<String> faults) {
        if (!read.apply("MP_JWT_VERIFY_ISSUER").equals(read.apply("CHIRON_TOKEN_ISSUER"))) {
            faults.add("MP_JWT_VERIFY_ISSUER is not CHIRON_TOKEN_ISSUER");
        }
        if (!read.apply("MP_JWT_VERIFY_AUDIENCES").equals(Optional.of("chiron-api"))) {
            faults.add("MP_JWT_VERIFY_AUDIENCES is not chiron-api");
        }
        if (!read.apply("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM").equals(Optional.of("RS256"))) {
            faults.add("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM is not RS256");
        }
        if (read.apply("MP_JWT_VERIFY_PUBLICKEY_LOCATION").isEmpty()) {
            faults.add("MP_JWT_VERIFY_PUBLICKEY_LOCATION is missing");
        }
    }

    private void delivery(List<String> faults) {
        if (!read.apply("CHIRON_DELIVERY").orElse("live").equals("live")) {
            faults.add("CHIRON_DELIVERY is not live: letters with their codes would lie in files");
        }
        if (read.apply("CHIRON_OUTBOX_DIR").isPresent()) {
            faults.add("CHIRON_OUTBOX_DIR is set, which is for a demo");
        }
        if (read.apply("CHIRON_SMTP_HOST").isEmpty()
                || read.apply("CHIRON_SMTP_FROM").isEmpty()) {
            faults.add("CHIRON_SMTP_HOST or CHIRON_SMTP_FROM is missing: nobody could be invited");
        }
        if (read.apply("CHIRON_SMTP_USER").isPresent()) {
            secret(faults, "CHIRON_SMTP_PASSWORD");
        }
    }

    private void secret(List<String> faults, String name) {
        Optional<String> value = read.apply(name);
        if (value.isEmpty()) {
            faults.add(name + " is missing");
            return;
        }
        String plain = value.get().toLowerCase(Locale.ROOT);
        if (plain.length() < SHORTEST_PASSWORD || PLACEHOLDERS.stream().anyMatch(plain::contains)) {
            faults.add(name + " is a placeholder or shorter than " + SHORTEST_PASSWORD + " characters");
        }
    }

    private void retention(List<String> faults) {
        boolean sensible = read.apply("CHIRON_AUDIT_RETENTION_YEARS")
                .map(years -> years.matches("[0-9]{1,2}|100") && Integer.parseInt(years) >= SHORTEST_RETENTION)
                .orElse(true);
        if (!sensible) {
            faults.add("CHIRON_AUDIT_RETENTION_YEARS is not a number of years from " + SHORTEST_RETENTION + " to 100");
        }
        try {
            VerificationSchedule.of(read.apply("CHIRON_AUDIT_VERIFY_AT"));
        } catch (IllegalArgumentException e) {
            faults.add("CHIRON_AUDIT_VERIFY_AT is neither a time such as 02:40 nor off");
        }
        if (read.apply("CHIRON_AUDIT_ARCHIVE_DIR").isPresent()) {
            folder(faults, "CHIRON_AUDIT_ARCHIVE_DIR");
        }
    }

    private void collector(List<String> faults) {
        try {
            Optional<SyslogTarget> target = SyslogTarget.of(read.apply("CHIRON_AUDIT_SYSLOG"));
            if (demo() || target.isEmpty()) {
                return;
            }
            if (!target.get().tls()) {
                faults.add("CHIRON_AUDIT_SYSLOG is not tls: the log would go in clear");
            } else if (isPlaceholder(target.get().host().toLowerCase(Locale.ROOT))) {
                faults.add("CHIRON_AUDIT_SYSLOG is a placeholder");
            }
        } catch (IllegalArgumentException e) {
            faults.add("CHIRON_AUDIT_SYSLOG is neither tls://host:port nor none, nor tcp://host:port in a demo");
        }
    }

    private void folder(List<String> faults, String name) {
        Optional<Path> folder = read.apply(name).map(Path::of);
        if (folder.isEmpty()) {
            faults.add(name + " is missing");
        } else if (!Files.isDirectory(folder.get()) || !Files.isWritable(folder.get())) {
            faults.add(name + " is no folder that can be written");
        }
    }
}

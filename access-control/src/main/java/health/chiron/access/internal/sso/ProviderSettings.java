package health.chiron.access.internal.sso;

import health.chiron.domain.access.LinkingPreference;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the operator's providers, and judges them. {@code CHIRON_SSO_PROVIDERS} lists names; each has variables of its own,
 * {@code CHIRON_SSO_<NAME>_…} (docs/operator.md). A fault names the variable and never its value.
 */
public final class ProviderSettings {
    /** More buttons are no help to anybody. */
    private static final int MOST = 8;

    private static final int LABEL = 40;
    private static final int ISSUER = 300;
    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> PLACEHOLDERS = Set.of("changeit", "change-me", "changeme", "your-", "your_", "${");
    private static final Pattern LABEL_OF_DOMAIN = Pattern.compile("[a-z0-9-]{1,63}");

    private final Function<String, Optional<String>> read;
    private final boolean demo;
    private final List<Provider> providers = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private ProviderSettings(Function<String, Optional<String>> read, boolean demo) {
        this.read = name -> read.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        this.demo = demo;
    }

    /**
     * Reads them.
     *
     * @param read the value of an environment variable's name
     * @param demo whether plain http is allowed, and any secret
     */
    public static ProviderSettings of(Function<String, Optional<String>> read, boolean demo) {
        ProviderSettings settings = new ProviderSettings(read, demo);
        settings.readAll();
        return settings;
    }

    /** The providers that are set up well, in the operator's order. */
    public List<Provider> providers() {
        return List.copyOf(providers);
    }

    /** What is wrong; the house stays closed then. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void readAll() {
        List<String> names = list("CHIRON_SSO_PROVIDERS");
        if (names.size() > MOST
                || new HashSet<>(names).size() < names.size()
                || names.stream().anyMatch(name -> !name.matches("[a-z][a-z0-9]{0,19}"))) {
            faults.add("CHIRON_SSO_PROVIDERS is no list of at most " + MOST
                    + " different names of small letters and digits");
            return;
        }
        names.forEach(this::readOne);
        if (providers.stream().map(Provider::issuer).distinct().count() < providers.size()) {
            faults.add("CHIRON_SSO_PROVIDERS names two providers with one issuer");
        }
    }

    private void readOne(String name) {
        String prefix = "CHIRON_SSO_" + name.toUpperCase(Locale.ROOT) + "_";
        int before = faults.size();
        URI issuer = issuer(prefix + "ISSUER");
        String client = needed(prefix + "CLIENT_ID");
        String secret = secret(prefix + "CLIENT_SECRET_FILE");
        String label = needed(prefix + "LABEL");
        if (label != null && (label.length() > LABEL || label.chars().anyMatch(Character::isISOControl))) {
            faults.add(prefix + "LABEL is longer than " + LABEL + " characters or has control characters");
        }
        List<String> domains = list(prefix + "DOMAINS");
        if (!domains.stream().allMatch(ProviderSettings::isDomain)) {
            faults.add(prefix + "DOMAINS is no list of domains in small letters");
        }
        List<String> scopes = read.apply(prefix + "SCOPES")
                .map(text -> List.of(text.split("\\s+")))
                .orElse(List.of("openid", "email", "profile"));
        if (!scopes.contains("openid") || scopes.stream().anyMatch(scope -> !scope.matches("[!#-\\[\\]-~]+"))) {
            faults.add(prefix + "SCOPES does not name openid, or names no scopes");
        }
        LinkingPreference linking = linking(prefix + "LINKING");
        boolean newAccounts = newAccounts(prefix + "NEW_ACCOUNTS");
        if (faults.size() == before) {
            providers.add(new Provider(
                    name,
                    label,
                    issuer,
                    client,
                    secret,
                    new LinkedHashSet<>(domains),
                    scopes,
                    linking,
                    newAccounts,
                    demo));
        }
    }

    private List<String> list(String variable) {
        return read.apply(variable)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    private String needed(String variable) {
        Optional<String> value = read.apply(variable);
        if (value.isEmpty()) {
            faults.add(variable + " is missing");
        }
        return value.orElse(null);
    }

    private URI issuer(String variable) {
        String text = needed(variable);
        if (text == null) {
            return null;
        }
        try {
            URI issuer = new URI(text);
            boolean address = text.length() <= ISSUER && isAddress(issuer, demo) && issuer.getRawQuery() == null;
            if (address) {
                return issuer;
            }
        } catch (URISyntaxException e) {
            // Said below, without the value that the exception names.
        }
        faults.add(variable + (demo ? " is no http or https address" : " is no https address"));
        return null;
    }

    /** Whether something is an absolute address that may be called: https, or http as well where that is allowed. */
    static boolean isAddress(URI address, boolean plain) {
        return ("https".equals(address.getScheme()) || plain && "http".equals(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    private String secret(String variable) {
        String file = needed(variable);
        if (file == null) {
            return null;
        }
        try {
            String secret = Files.readString(Path.of(file)).strip();
            String plain = secret.toLowerCase(Locale.ROOT);
            boolean fit = demo && !secret.isEmpty()
                    || secret.length() >= SHORTEST_SECRET
                            && PLACEHOLDERS.stream().noneMatch(plain::contains);
            if (fit) {
                return secret;
            }
            faults.add(variable + " holds a placeholder or less than " + SHORTEST_SECRET + " characters");
        } catch (IOException | InvalidPathException e) {
            faults.add(variable + " names no file that can be read");
        }
        return null;
    }

    private LinkingPreference linking(String variable) {
        String word = read.apply(variable).orElse("always_ask");
        for (LinkingPreference one : LinkingPreference.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        faults.add(variable + " is not auto_link, create_separate or always_ask");
        return null;
    }

    private boolean newAccounts(String variable) {
        String word = read.apply(variable).orElse("no");
        if (!Set.of("no", "owner").contains(word)) {
            faults.add(variable + " is neither no nor owner");
        }
        return word.equals("owner");
    }

    /** Two labels at least, of small letters, digits and hyphens inside. */
    private static boolean isDomain(String domain) {
        List<String> labels = List.of(domain.split("\\.", -1));
        return labels.size() > 1
                && labels.stream()
                        .allMatch(label -> LABEL_OF_DOMAIN.matcher(label).matches()
                                && !label.startsWith("-")
                                && !label.endsWith("-"));
    }
}

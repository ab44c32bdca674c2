package health.chiron.access.internal.limits;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is limited, and how often it may be done when the operator says nothing else (docs/operator.md). */
public enum Limit {
    /** Sign-ins from one address, right or wrong: a clinic behind one address in the morning stays below. */
    SIGN_IN_ADDRESS(120, Duration.ofMinutes(5)),
    /** Sign-ins with one name, whether or not there is such an account. */
    SIGN_IN_NAME(30, Duration.ofMinutes(15)),
    /** Journeys to a provider of single sign-on from one address. */
    SSO_START(120, Duration.ofMinutes(10)),
    /** Refreshing, revoking and activating from one address. */
    TOKEN_ADDRESS(600, Duration.ofMinutes(5)),
    /** Requests for access and codes to be sent, by one account. */
    CODE_REQUESTS(60, Duration.ofHours(1)),
    /** Codes entered by one account. */
    CODE_ENTRIES(60, Duration.ofHours(1)),
    /** Looking up patients who are not reached yet, by one account. */
    LOOK_UPS(60, Duration.ofMinutes(10)),
    /** Searches in lists and directories, by one account. */
    SEARCHES(300, Duration.ofMinutes(5)),
    /** Invitations to work at a clinic, by one account. */
    INVITATIONS(30, Duration.ofHours(1));

    /** How a setting looks: calls, a slash, seconds. */
    public static final Pattern SETTING = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,5})");

    private final Quota usual;

    Limit(long calls, Duration window) {
        this.usual = new Quota(calls, window);
    }

    /** So many calls at once, given back evenly within the window. */
    public record Quota(long calls, Duration window) {
        /** How long it takes until one call is given back. */
        public Duration each() {
            return window.dividedBy(calls);
        }
    }

    /** What holds when nothing is set. */
    public Quota usual() {
        return usual;
    }

    /** The name in headers. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that sets it. */
    public String variable() {
        return "CHIRON_LIMIT_" + name();
    }

    /** The name of the setting inside. */
    String property() {
        return "chiron.limit." + title();
    }

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException when it is not {@code calls/seconds}
     */
    public static Quota read(String setting) {
        Matcher parts = SETTING.matcher(setting.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not calls/seconds");
        }
        return new Quota(Long.parseLong(parts.group(1)), Duration.ofSeconds(Long.parseLong(parts.group(2))));
    }
}

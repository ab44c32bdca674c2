package health.chiron.access.internal.limits;

import health.chiron.access.api.CallBudget;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.LimitState;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.AddressRanges;
import health.chiron.domain.shared.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how often somebody calls. Known and unknown names count alike, right and wrong passwords too. When the counting itself
 * fails, so does the call: nobody signs in uncounted.
 */
@ApplicationScoped
public class CallLimits implements CallBudget {
    /** Of an IPv6 address the network counts: a caller has all the addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private static final int V6_BYTES = 16;

    @Inject
    private CallCounts counts;

    @Inject
    private CurrentCall call;

    @Inject
    private Clock clock;

    @Inject
    private Config config;

    @Inject
    @ConfigProperty(name = "chiron.limit.exempt")
    private Optional<String> exemptSetting;

    private final Map<Limit, Limit.Quota> quotas = new EnumMap<>(Limit.class);
    private AddressRanges exempt = AddressRanges.NONE;

    @PostConstruct
    void read() {
        exempt = exemptSetting.map(AddressRanges::of).orElse(AddressRanges.NONE);
        for (Limit limit : Limit.values()) {
            quotas.put(
                    limit,
                    config.getOptionalValue(limit.property(), String.class)
                            .map(Limit::read)
                            .orElse(limit.usual()));
        }
    }

    /**
     * Counts this call by its address.
     *
     * @throws Refusal when there were too many
     */
    public void takeByAddress(Limit limit) {
        take(limit, network(call.address().orElse("")));
    }

    /**
     * Counts this call by a sign-in name as it was typed.
     *
     * @throws Refusal when there were too many
     */
    public void takeByName(Limit limit, String name) {
        take(limit, name.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public void lookUp() {
        take(Limit.LOOK_UPS);
    }

    @Override
    public void search() {
        take(Limit.SEARCHES);
    }

    /**
     * Counts this call by the account that makes it.
     *
     * @throws Refusal when there were too many
     */
    public void take(Limit limit) {
        take(
                limit,
                call.account()
                        .map(AccountId::toString)
                        .orElseThrow(() -> new IllegalStateException("nobody's call cannot be counted by account")));
    }

    private void take(Limit limit, String caller) {
        if (call.address().filter(exempt::hold).isPresent()) {
            return;
        }
        Limit.Quota quota = quotas.get(limit);
        // As the database keeps it, or the count would be a little over what was taken.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] key = key(limit, caller);
        Optional<Instant> full = counts.take(key, quota, now);
        if (full.isPresent()) {
            Duration used = Duration.between(now, full.get());
            long left = quota.window().minus(used).dividedBy(quota.each());
            call.counted(new LimitState(limit.title(), quota.calls(), quota.window(), Math.max(0, left), used));
            return;
        }
        Duration wait = counts.fullAgain(key)
                .map(end -> Duration.between(now.plus(quota.window()), end.plus(quota.each())))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
        call.counted(new LimitState(limit.title(), quota.calls(), quota.window(), 0, wait));
        throw Refusal.tooMany("rate/too-many", "Too many calls in a short time. Wait a moment.", wait);
    }

    private static String network(String address) {
        return AddressRanges.address(address)
                .map(bytes -> HexFormat.of()
                        .formatHex(bytes.length == V6_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes))
                .orElse(address);
    }

    private static byte[] key(Limit limit, String caller) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((limit.name() + '\n' + caller).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

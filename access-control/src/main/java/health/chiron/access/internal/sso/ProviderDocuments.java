package health.chiron.access.internal.sso;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The documents and keys of providers, kept for an hour. Keys are asked for again when a token names one that is not among them,
 * but not more often than every few seconds: anybody can make up a name. A provider that fails is left alone for as long.
 */
@ApplicationScoped
class ProviderDocuments {
    private static final Duration KEPT = Duration.ofHours(1);
    /** When the provider cannot be reached, what is known serves on for a day; a key that was withdrawn no longer than that. */
    private static final Duration AT_MOST = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    private ProviderCalls calls;

    @Inject
    private Clock clock;

    private final Map<String, Shelf<ProviderDocument>> documents = new ConcurrentHashMap<>();
    private final Map<String, Shelf<JWKSet>> keys = new ConcurrentHashMap<>();

    private interface Fetch<T> {
        T get() throws ProviderFailure;
    }

    /** What was fetched, and when; one thread fetches, the others wait for it. */
    private static final class Shelf<T> {
        private final ReentrantLock fetching = new ReentrantLock();
        private volatile T held;
        private volatile Instant fetchedAt = Instant.MIN;
        private volatile Instant failedAt = Instant.MIN;

        private T take(Instant now, Duration fresh, Fetch<T> fetch) throws ProviderFailure {
            if (isYoungerThan(fresh, now)) {
                return held;
            }
            fetching.lock();
            try {
                if (isYoungerThan(fresh, now)) {
                    return held;
                }
                return fetched(now, fetch);
            } finally {
                fetching.unlock();
            }
        }

        private T fetched(Instant now, Fetch<T> fetch) throws ProviderFailure {
            try {
                if (failedAt.isAfter(now.minus(PAUSE))) {
                    throw new ProviderFailure("failed-just-now");
                }
                held = fetch.get();
                fetchedAt = now;
                failedAt = Instant.MIN;
                return held;
            } catch (ProviderFailure failure) {
                if (!failedAt.isAfter(now.minus(PAUSE))) {
                    failedAt = now;
                }
                if (isYoungerThan(AT_MOST, now)) {
                    return held;
                }
                throw failure;
            }
        }

        private boolean isYoungerThan(Duration age, Instant now) {
            return held != null && fetchedAt.isAfter(now.minus(age));
        }
    }

    /** What the provider publishes of itself. */
    ProviderDocument of(Provider provider) throws ProviderFailure {
        return documents
                .computeIfAbsent(provider.name(), name -> new Shelf<>())
                .take(clock.instant(), KEPT, () -> ProviderDocument.of(provider, calls.get(discovery(provider))));
    }

    /** The same as far as it is known already: asks nobody. */
    Optional<ProviderDocument> known(Provider provider) {
        return Optional.ofNullable(documents.get(provider.name())).map(shelf -> shelf.held);
    }

    /** The provider's keys, fetched anew when there is none of this name among those that are known. */
    JWKSet keys(Provider provider, String keyId) throws ProviderFailure {
        URI address = of(provider).keys();
        Shelf<JWKSet> shelf = keys.computeIfAbsent(provider.name(), name -> new Shelf<>());
        JWKSet known = shelf.take(clock.instant(), KEPT, () -> fetchKeys(address));
        boolean named = keyId == null || known.getKeyByKeyId(keyId) != null;
        return named ? known : shelf.take(clock.instant(), PAUSE, () -> fetchKeys(address));
    }

    private JWKSet fetchKeys(URI address) throws ProviderFailure {
        try {
            return JWKSet.parse(calls.get(address));
        } catch (ParseException e) {
            throw new ProviderFailure("keys-unreadable");
        }
    }

    private static URI discovery(Provider provider) {
        String issuer = provider.issuer().toString();
        return URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration");
    }
}

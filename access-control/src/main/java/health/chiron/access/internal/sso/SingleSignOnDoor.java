package health.chiron.access.internal.sso;

import health.chiron.access.api.Credentials;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.PortalSignIn;
import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoAnswer;
import health.chiron.access.api.SsoArrival;
import health.chiron.access.api.SsoJourney;
import health.chiron.access.api.SsoProvider;
import health.chiron.access.api.SsoStart;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.access.internal.signin.Gates;
import health.chiron.access.internal.signin.Proofs;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.access.internal.signin.Sessions;
import health.chiron.access.internal.signin.Via;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signing in through a provider. Providers are called outside any transaction, however slow they are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SingleSignOnDoor implements SingleSignOn {
    private static final System.Logger LOG = System.getLogger(SingleSignOnDoor.class.getName());
    private static final String OPERATION = "SingleSignOn.arrive";

    @Inject
    private Providers providers;

    @Inject
    private CodeExchange exchange;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Links links;

    @Inject
    private Sessions sessions;

    @Inject
    private Proofs proofs;

    @Inject
    private Gates gates;

    @Inject
    private Secrets secrets;

    @Inject
    private CallLimits limits;

    @Override
    @OpenToAll(because = "the sign-in page shows them")
    public List<SsoProvider> providers() {
        return providers.all().stream()
                .map(provider -> new SsoProvider(provider.name(), provider.label()))
                .toList();
    }

    @Override
    @OpenToAll(because = "this is how somebody becomes known")
    public SsoStart begin(String name) {
        limits.takeByAddress(Limit.SSO_START);
        Provider provider = named(name);
        SsoJourney journey = new SsoJourney(name, secrets.token(), secrets.token(), secrets.token());
        try {
            URI address = exchange.begin(provider, journey);
            arrivals.begin(name, secrets.hashOfToken(journey.state()));
            return new SsoStart(address, journey);
        } catch (ProviderFailure failure) {
            throw failed(name, failure.getMessage());
        }
    }

    @Override
    @OpenToAll(because = "what the provider vouches for is the proof")
    public PortalSignIn arrive(SsoJourney journey, SsoAnswer answer) {
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        if (journey == null) {
            throw failed("unknown", "state-of-no-journey");
        }
        Provider provider = named(journey.provider());
        if (!arrivals.end(provider.name(), secrets.hashOfToken(journey.state()))) {
            throw failed(provider.name(), "state-used");
        }
        if (answer.error() != null) {
            note("declined");
            throw Refusal.unauthenticated("sso/declined", "The provider did not sign you in.");
        }
        try {
            return enter(provider, exchange.end(provider, journey, answer));
        } catch (ProviderFailure failure) {
            throw failed(provider.name(), failure.getMessage());
        }
    }

    private PortalSignIn enter(Provider provider, Identity identity) {
        if (!provider.admits(identity.mail())) {
            note("domain");
            throw notAdmitted();
        }
        Optional<AccountId> linked = links.holder(identity);
        if (linked.isPresent()) {
            return enter(linked.get(), Via.provider(provider.name()));
        }
        Optional<AccountId> unasked = links.toBeLinkedUnasked(provider, identity);
        // Another browser of the same person may have been quicker: then there is nothing to link any more.
        Optional<AccountId> meanwhile = unasked.isPresent() ? Optional.empty() : links.holder(identity);
        if (meanwhile.isPresent()) {
            return enter(meanwhile.get(), Via.provider(provider.name()));
        }
        UUID arrival = arrivals.keep(identity);
        return unasked.map(account -> enter(account, new Via(provider.name(), arrival)))
                .orElseGet(() -> PortalSignIn.needs(new NextStep(arrival, NextStep.Needs.LINK)));
    }

    private PortalSignIn enter(AccountId account, Via via) {
        Sessions.Known known = sessions.find(account).orElseThrow(Refusal::notFound);
        if (!known.active() || !Links.isForPeople(known.kind())) {
            sessions.failed(known, "not-in-use", OPERATION);
            throw notAdmitted();
        }
        proofs.mustNotBeLocked(known);
        return gates.afterTheFirstFactor(known, via);
    }

    @Override
    @OpenToAll(because = "the arrival is the proof that a provider vouches")
    public SsoArrival arrival(UUID arrival) {
        Identity identity = find(arrival);
        Provider provider = named(identity.provider());
        return new SsoArrival(provider.label(), identity.mail(), provider.newAccounts());
    }

    @Override
    @OpenToAll(because = "the arrival and the password are the proof")
    public PortalSignIn link(UUID arrival, Credentials credentials) {
        Identity identity = find(arrival);
        Sessions.Known known = proofs.byPassword(credentials);
        return gates.afterTheFirstFactor(known, new Via(identity.provider(), arrival));
    }

    @Override
    @OpenToAll(because = "the arrival is the proof that a provider vouches")
    public PortalSignIn makeAccount(UUID arrival, String language) {
        limits.takeByAddress(Limit.SIGN_IN_ADDRESS);
        Provider provider = named(find(arrival).provider());
        if (!provider.newAccounts()) {
            throw Refusal.forbidden("sso/no-new-accounts", "Accounts are not made by this provider's word.");
        }
        return enter(links.makeAccount(arrival, language), Via.provider(provider.name()));
    }

    @Override
    @OpenToAll(because = "it is the provider's public address")
    public Optional<URI> farewell(String provider) {
        return providers.named(provider).flatMap(exchange::farewell);
    }

    private Provider named(String name) {
        return providers.named(name).orElseThrow(Refusal::notFound);
    }

    private Identity find(UUID arrival) {
        return arrivals.find(arrival).orElseThrow(Arrivals::over);
    }

    private Refusal failed(String provider, String reason) {
        LOG.log(System.Logger.Level.WARNING, "Single sign-on by {0} failed: {1}", provider, reason);
        note(reason);
        return Refusal.unauthenticated("sso/failed", "Signing in through the provider did not work. Try it again.");
    }

    /** In the log as a sign-in of somebody unknown. */
    private void note(String reason) {
        sessions.failed(null, "sso-" + reason, OPERATION);
    }

    private static Refusal notAdmitted() {
        return Refusal.unauthenticated("sso/not-admitted", "This identity is not admitted here.");
    }
}

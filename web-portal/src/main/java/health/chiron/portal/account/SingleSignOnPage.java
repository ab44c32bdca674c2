package health.chiron.portal.account;

import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.PasswordProof;
import health.chiron.access.api.SsoLinkView;
import health.chiron.access.api.SsoPreference;
import health.chiron.access.api.SsoProvider;
import health.chiron.access.api.SsoView;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The own account and single sign-on: what is linked, taking it away, and what is to happen with others. In view scope for the rows. */
@Named("singleSignOnPage")
@ViewScoped
public class SingleSignOnPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "/single-sign-on?faces-redirect=true";

    @Inject
    private OwnAccount door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private final ArrayList<Row> rows = new ArrayList<>();
    private final ArrayList<Offer> offers = new ArrayList<>();
    private AuthMethod method;
    private LinkingPreference preference;
    private boolean mayAutoLink;
    private Instant lastUsed;
    private String password;

    /**
     * A linked identity as the page shows it.
     *
     * @param id the link
     */
    public record Row(UUID id, String label, boolean offered, String email, Instant linkedAt, Instant lastUsedAt)
            implements Serializable {
        private static Row of(SsoLinkView view) {
            return new Row(
                    view.id().value(),
                    view.label(),
                    view.offered(),
                    view.email(),
                    view.accountLinkedAt(),
                    view.lastSsoLogin());
        }
    }

    /** A provider that could be linked. */
    public record Offer(String name, String label) implements Serializable {
        private static Offer of(SsoProvider provider) {
            return new Offer(provider.name(), provider.label());
        }
    }

    /** Loads how it stands. */
    public void load() {
        SsoView view = door.singleSignOn();
        rows.clear();
        view.links().forEach(link -> rows.add(Row.of(link)));
        offers.clear();
        view.available().forEach(provider -> offers.add(Offer.of(provider)));
        method = view.authMethod();
        preference = view.ssoLinkingPreference();
        mayAutoLink = view.mayAutoLink();
        lastUsed = view.lastSsoLogin();
    }

    /** Takes a link away. */
    public String unlink(UUID link) {
        return attempt.to(() -> {
            door.unlink(new SsoLinkId(link), new PasswordProof(password));
            notices.carry("ok", "sso.unlinked");
            return AGAIN;
        });
    }

    /** Keeps the preference. */
    public String prefer() {
        return attempt.to(() -> {
            door.preferLinking(new SsoPreference(preference));
            notices.carry("ok", "sso.preferred");
            return AGAIN;
        });
    }

    /** The linked identities. */
    public List<Row> getRows() {
        return rows;
    }

    /** The providers that could be linked. */
    public List<Offer> getOffers() {
        return offers;
    }

    /** Whether the account has no password. */
    public boolean isWithoutPassword() {
        return method == AuthMethod.SSO;
    }

    /** How the account signs in. */
    public AuthMethod getMethod() {
        return method;
    }

    /** When it was used last. */
    public Instant getLastUsed() {
        return lastUsed;
    }

    /** What may be preferred. */
    public List<LinkingPreference> getAll() {
        return Arrays.stream(LinkingPreference.values())
                .filter(one -> mayAutoLink || one != LinkingPreference.AUTO_LINK)
                .toList();
    }

    /** What is preferred; null for what the operator has set. */
    public LinkingPreference getPreference() {
        return preference;
    }

    /** Prefers it. */
    public void setPreference(LinkingPreference preference) {
        this.preference = preference;
    }

    /** The password; never shown again. */
    public String getPassword() {
        return password;
    }

    /** Sets the password. */
    public void setPassword(String password) {
        this.password = password;
    }
}

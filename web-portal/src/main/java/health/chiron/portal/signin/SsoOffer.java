package health.chiron.portal.signin;

import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoProvider;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The providers of single sign-on that the sign-in page offers, and the one that a person may want to leave as well. */
@Named("ssoOffer")
@RequestScoped
public class SsoOffer {
    private SingleSignOn door;
    private CurrentUser me;

    private String via;
    private String farewell;
    private List<SsoProvider> providers = List.of();

    /** For the container. */
    protected SsoOffer() {}

    /**
     * @param door knows the providers
     * @param me whose language goes along
     */
    @Inject
    public SsoOffer(SingleSignOn door, CurrentUser me) {
        this.door = door;
        this.me = me;
    }

    /** Loads them. */
    public void load() {
        providers = door.providers();
        farewell = via == null ? null : door.farewell(via).map(URI::toString).orElse(null);
    }

    /** The providers; empty where there is none. */
    public List<SsoProvider> getProviders() {
        return providers;
    }

    /** Where a journey to a provider begins. */
    public String start(SsoProvider provider, String wanted) {
        String address = "sso?provider=" + provider.name() + "&lang=" + me.getLanguage();
        return wanted == null || wanted.isEmpty()
                ? address
                : address + "&return=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** Where the provider signs people out; null for nowhere. */
    public String getFarewell() {
        return farewell;
    }

    /** What the provider that was left is called. */
    public String getLeft() {
        return providers.stream()
                .filter(provider -> provider.name().equals(via))
                .map(SsoProvider::label)
                .findFirst()
                .orElse("");
    }

    /** The provider by which the person had come. */
    public String getVia() {
        return via;
    }

    /** Sets it. */
    public void setVia(String via) {
        this.via = via;
    }
}

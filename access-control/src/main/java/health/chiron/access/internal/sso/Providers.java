package health.chiron.access.internal.sso;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The providers of this house. None is the usual case: then no page offers any. */
@ApplicationScoped
class Providers {
    @Inject
    private Config config;

    @Inject
    @ConfigProperty(name = "chiron.mode", defaultValue = "production")
    private String mode;

    private List<Provider> all = List.of();

    @PostConstruct
    void read() {
        all = ProviderSettings.of(
                        name -> config.getOptionalValue(
                                name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class),
                        mode.equals("demo"))
                .providers();
    }

    List<Provider> all() {
        return all;
    }

    Optional<Provider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}

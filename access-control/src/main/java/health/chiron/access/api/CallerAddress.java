package health.chiron.access.api;

import health.chiron.domain.shared.AddressRanges;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which address a call comes. What {@code X-Forwarded-For} says is believed only where the operator's own proxies wrote
 * it: from the right, as long as the one before is one of them. Anybody else could write anything.
 */
@ApplicationScoped
public class CallerAddress {
    /** The header. */
    public static final String HEADER = "X-Forwarded-For";

    @Inject
    @ConfigProperty(name = "chiron.trusted.proxies")
    private Optional<String> proxies;

    private AddressRanges trusted = AddressRanges.NONE;

    @PostConstruct
    void read() {
        trusted = proxies.map(AddressRanges::of).orElse(AddressRanges.NONE);
    }

    /**
     * The caller's address.
     *
     * @param connection the address at the other end of the connection
     * @param forwarded the header's values in their order; empty for none
     */
    public String of(String connection, List<String> forwarded) {
        return of(trusted, connection, forwarded);
    }

    static String of(AddressRanges trusted, String connection, List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        for (String value : forwarded) {
            Collections.addAll(hops, value.split(",", -1));
        }
        String caller = connection;
        for (int i = hops.size() - 1; i >= 0 && trusted.hold(caller); i--) {
            String before = hops.get(i).strip();
            if (AddressRanges.address(before).isEmpty()) {
                break; // no address: the last one that is known stays
            }
            caller = before;
        }
        return caller;
    }
}

package health.chiron.access.internal.readiness;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Safeguard;
import health.chiron.access.api.Safeguards;
import health.chiron.access.api.SafeguardsView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at the settings, the database, the accounts and the log. */
@Stateless
public class SafeguardsDoor implements Safeguards {
    @Inject
    private HouseSafeguards house;

    @Inject
    private AccountSafeguards accounts;

    @Inject
    private LogSafeguards log;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.SAFEGUARDS)
    public SafeguardsView look() {
        List<Safeguard> all = new ArrayList<>(house.look());
        all.addAll(accounts.look());
        all.addAll(log.look());
        all.sort(Comparator.comparing(Safeguard::kind));
        return new SafeguardsView(clock.instant(), all);
    }
}

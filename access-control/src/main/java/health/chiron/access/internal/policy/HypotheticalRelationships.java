package health.chiron.access.internal.policy;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.access.api.Hypotheses;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Asks the policy itself what a relationship would open, so that a preview and the later answer cannot differ. */
@ApplicationScoped
class HypotheticalRelationships implements Hypotheses {
    private final Policy policy = new Policy();

    @Override
    public BiPredicate<Action, Category> share(ShareLevel level, Set<Section> sections) {
        Actor somebody = new Actor(AccountId.next(), AccountKind.OWNER, "", Map.of());
        Relationship share =
                new Relationship(Relationship.Kind.valueOf("SHARE_" + level.name()), null, null, sections, null, null);
        return (action, category) ->
                policy.decide(somebody, action, category, List.of(share)) instanceof Decision.Permitted;
    }
}

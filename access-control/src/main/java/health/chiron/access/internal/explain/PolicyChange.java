package health.chiron.access.internal.explain;

import health.chiron.access.api.PolicyExample;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Policy;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Before a policy goes into service that is not the one that was there last, the stored examples are asked. One different answer, and the
 * house stays closed: nobody finds out by accident that a release opened or shut a door.
 */
@Stateless
public class PolicyChange {
    private static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @Inject
    private Sql sql;

    @Inject
    private Examples examples;

    @Inject
    private Clock clock;

    /** Takes this build's policy into service, or says why not, in words for the operator's log. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> refuse() {
        byte[] own = new Policy().fingerprint();
        boolean same = sql.first(
                        "SELECT fingerprint FROM access.policy_version ORDER BY accepted_at DESC LIMIT 1",
                        row -> Arrays.equals(row.bytes("fingerprint"), own))
                .orElse(false);
        if (same) {
            return Optional.empty();
        }
        sql.first("SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), JOB.toString());
        List<PolicyExample> all = examples.all();
        List<PolicyExample> flipped =
                all.stream().filter(example -> !example.holds()).toList();
        if (!flipped.isEmpty()) {
            return Optional.of("the policy would answer " + flipped.size() + " of " + all.size()
                    + " stored examples differently: "
                    + flipped.stream().map(e -> e.id().toString()).limit(10).collect(Collectors.joining(", ")));
        }
        sql.update(
                "INSERT INTO access.policy_version (fingerprint, accepted_at, examples) VALUES (?, ?, ?)",
                own,
                clock.instant(),
                all.size());
        return Optional.empty();
    }
}

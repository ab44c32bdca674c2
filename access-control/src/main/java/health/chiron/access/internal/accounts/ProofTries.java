package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Counts tries of a contact code before they are judged, in a transaction of its own. */
@Stateless
public class ProofTries {
    /** In a day, however many codes are sent: a million codes are not guessed in fifteen tries. */
    private static final int A_DAY = 15;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Takes one of five tries of a code, and of fifteen that all codes of its account have in a day; no when none was left. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean take(UUID proof) {
        return sql.update(
                        "UPDATE access.account_proof p SET tries = tries + 1 WHERE p.id = ? AND p.tries < 5"
                                + " AND (SELECT coalesce(sum(all_of.tries), 0) FROM access.account_proof all_of"
                                + " WHERE all_of.account_id = p.account_id AND all_of.purpose IN "
                                + ContactCodes.PURPOSES
                                + " AND all_of.used_at IS NULL AND all_of.created_at > ?) < ?",
                        proof,
                        clock.instant().minus(Duration.ofDays(1)),
                        A_DAY)
                == 1;
    }
}

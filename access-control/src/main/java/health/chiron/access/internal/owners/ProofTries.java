package health.chiron.access.internal.owners;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Counts tries of a contact code before they are judged, in a transaction of its own. */
@Stateless
public class ProofTries {
    @Inject
    private Sql sql;

    /** Takes one of five tries; no when none was left. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean take(UUID proof) {
        return sql.update("UPDATE access.account_proof SET tries = tries + 1 WHERE id = ? AND tries < 5", proof) == 1;
    }
}

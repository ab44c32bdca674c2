package health.chiron.access.internal.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Writes what was refused or failed in a transaction of its own, for the act's is rolled back. It takes a second connection
 * while the first is held: the pool must therefore hold twice as many connections as there are request threads (docs/operator.md).
 */
@Stateless
public class SeparateAuditLog {
    @Inject
    private AuditLog log;

    /** Writes one entry and commits it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void write(Entry entry) {
        log.write(entry);
    }
}

package health.chiron.access.internal.audit;

import health.chiron.access.api.Readiness;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Seals every second while the house is open; at its opening and every hour it writes the signed head of the chain outside the database. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealTimer {
    private static final System.Logger LOG = System.getLogger(SealTimer.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();

    /** Whether this process has published a head: one that had to wait for the hour would leave a restart's rows uncovered. */
    private final AtomicBoolean published = new AtomicBoolean();

    @Inject
    private Readiness readiness;

    @Inject
    private Sealing sealing;

    @Inject
    private ChainHeads heads;

    @Inject
    private Witnesses witnesses;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void seal() {
        if (!readiness.serves() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            sealAll();
            if (!published.get()) {
                publishHead();
            }
        } catch (RuntimeException e) {
            // A server strikes off a timer that has thrown twice, and nothing would be sealed until the next start.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "sealing failed and is tried again: {0}",
                    e.getClass().getName());
        } finally {
            busy.set(false);
        }
    }

    private void sealAll() {
        int sealed;
        do {
            sealed = sealing.sealBatch();
        } while (Sealing.full(sealed));
    }

    @Schedule(hour = "*", minute = "5", persistent = false)
    void publishHead() {
        if (!readiness.serves()) {
            return;
        }
        try {
            long covered = heads.publish();
            witnesses.forget(covered);
            published.set(covered > 0);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the head of the log was not published: {0}",
                    e.getClass().getName());
        }
    }
}

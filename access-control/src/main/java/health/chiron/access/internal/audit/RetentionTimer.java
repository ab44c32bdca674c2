package health.chiron.access.internal.audit;

import health.chiron.access.api.Readiness;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every ten seconds whether rows of the log are due; it costs a look at the oldest one. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {
    private static final System.Logger LOG = System.getLogger(RetentionTimer.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private Readiness readiness;

    @Inject
    private Retention retention;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void purge() {
        if (!readiness.serves() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            long removed;
            do {
                removed = retention.purge();
                if (removed > 0) {
                    LOG.log(
                            System.Logger.Level.INFO,
                            "{0} rows of the audit log were archived and removed, for their time is over",
                            removed);
                }
            } while (removed > 0);
        } catch (IOException | RuntimeException e) {
            // A timer that has thrown twice is struck off; what failed is tried again.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "rows of the audit log that are due were not archived, and not removed: {0}",
                    e instanceof IOException ? e.getMessage() : e.getClass().getName());
        } finally {
            busy.set(false);
        }
    }
}

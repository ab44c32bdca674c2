package health.chiron.access.internal.limits;

import health.chiron.access.api.Readiness;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes counts away that are over, every ten minutes. A limit looks at the time itself; nothing waits for this. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallCountTimer {
    private static final System.Logger LOG = System.getLogger(CallCountTimer.class.getName());

    @Inject
    private Readiness readiness;

    @Inject
    private CallCounts counts;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    void tidy() {
        if (!readiness.serves()) {
            return;
        }
        try {
            counts.tidy(clock.instant());
        } catch (RuntimeException e) {
            // A server strikes off a timer that has thrown twice.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "counts that are over were not taken away and are tried again: {0}",
                    e.getClass().getName());
        }
    }
}

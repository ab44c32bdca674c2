package health.chiron.access.internal.audit;

import health.chiron.access.api.Readiness;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Looks every ten seconds whether the log is to be verified; it costs one look at the latest runs. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationTimer {
    private static final System.Logger LOG = System.getLogger(VerificationTimer.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();

    /** The moment for which this process has said that the verification cannot begin: said once, not every ten seconds. */
    private final AtomicReference<Instant> said = new AtomicReference<>();

    @Inject
    private Readiness readiness;

    @Inject
    private NightlyVerification nightly;

    @Inject
    private LogAlarms alarms;

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void verify() {
        if (!readiness.serves() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            nightly.due().ifPresent(this::begin);
        } catch (RuntimeException e) {
            // A timer that has thrown twice is struck off; what failed is tried again.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "whether the access log is to be verified could not be read: {0}",
                    e.getClass().getName());
        } finally {
            busy.set(false);
        }
    }

    private void begin(Instant moment) {
        try {
            nightly.begin(moment);
        } catch (RuntimeException e) {
            if (!moment.equals(said.getAndSet(moment))) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the verification of the access log could not begin: {0}",
                        e.getClass().getName());
                alarms.unverified(true);
            }
        }
    }
}

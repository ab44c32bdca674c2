package health.chiron.access.internal.readiness;

import health.chiron.access.api.OpenToAll;
import health.chiron.access.api.Readiness;
import health.chiron.access.internal.explain.PolicyChange;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.Config;

/** Keeps the house closed until everything is in order (ADR 14). What it finds is logged when it changes, not at every look. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadinessDoor implements Readiness {
    private static final System.Logger LOG = System.getLogger(ReadinessDoor.class.getName());
    private static final long OPEN_FOR = Duration.ofSeconds(5).toNanos();

    @Inject
    private Config config;

    @Inject
    private DatabaseState database;

    @Inject
    private PolicyChange policyChange;

    @Inject
    private Opening opening;

    private final ReentrantLock looking = new ReentrantLock();
    private Settings settings;
    private volatile boolean open;
    private volatile long lookedAt = System.nanoTime() - OPEN_FOR;
    /** What was logged last; guarded by the lock. */
    private String said;

    @PostConstruct
    void read() {
        // Faults go by the names of the environment: they are what an operator sets. A system property does as well.
        settings = new Settings(
                name -> config.getOptionalValue(name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class));
    }

    @Override
    @OpenToAll(because = "it says yes or no, and nothing else")
    public boolean serves() {
        return open;
    }

    @Override
    @OpenToAll(because = "it says yes or no, and nothing else")
    public boolean check() {
        long asked = System.nanoTime();
        looking.lock();
        try {
            // Whoever waited while another looked takes what that one saw: a hanging database must not be asked by all
            // in turn.
            if (lookedAt - asked < 0) {
                look();
            }
            return open;
        } finally {
            looking.unlock();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void watch() {
        boolean fresh = open && System.nanoTime() - lookedAt < OPEN_FOR;
        if (fresh || !looking.tryLock()) {
            return;
        }
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        lookedAt = System.nanoTime();
        try {
            List<String> faults = open ? List.of() : settings.faults();
            String reason = faults.isEmpty() ? database.fault(settings.demo()).orElse("") : String.join("; ", faults);
            if (reason.isEmpty() && !open) {
                reason = policyChange.refuse().orElse("");
            }
            if (reason.isEmpty() && !open) {
                opening.open(settings.demo());
            }
            conclude(reason);
        } catch (RuntimeException e) {
            // Whatever it is, a house that cannot tell whether it may serve does not serve; and a server strikes off a
            // timer that
            // has thrown twice.
            conclude("looking failed with " + e.getClass().getName());
        }
    }

    private void conclude(String reason) {
        open = reason.isEmpty();
        if (!reason.equals(said)) {
            LOG.log(
                    open ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    open ? "Chiron serves." : "Chiron does not serve: " + reason);
        }
        said = reason;
    }
}

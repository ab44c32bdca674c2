package health.chiron.access.internal.audit;

import health.chiron.access.api.Readiness;
import health.chiron.domain.shared.Ids;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks every two seconds whether there is something for the collector, and sends until nothing waits. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShipmentTimer {
    /** What monitoring looks for. */
    static final String UNSENT = "CHIRON-AUDIT-UNSENT";

    private static final System.Logger LOG = System.getLogger(ShipmentTimer.class.getName());
    /** Shorter than a load is taken for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicBoolean busy = new AtomicBoolean();
    private final UUID server = Ids.next();
    /** Both belong to whoever is busy. */
    private final GrowingPause pause = new GrowingPause(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private String said = "";

    @Inject
    private Readiness readiness;

    @Inject
    private Shipment shipment;

    @Resource
    private ManagedScheduledExecutorService watch;

    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String publicUrl;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void ship() {
        if (!readiness.serves() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Optional<SyslogTarget> target = shipment.target();
            if (target.isPresent() && pause.over(System.nanoTime())) {
                shipAll(target.get());
            }
        } catch (RuntimeException e) {
            // A timer that has thrown twice is struck off; what failed is tried again.
            failed(e.getClass().getName());
        } finally {
            busy.set(false);
        }
    }

    private void shipAll(SyslogTarget target) {
        CollectorLine line =
                new CollectorLine(target, (SSLSocketFactory) SSLSocketFactory.getDefault(), watch, PATIENCE);
        boolean more = true;
        while (more && readiness.serves()) {
            Optional<Shipment.Load> load = shipment.take(server);
            more = load.isPresent() && arrived(line, load.get()) && load.get().full();
        }
    }

    private boolean arrived(CollectorLine line, Shipment.Load load) {
        String host = URI.create(publicUrl).getHost();
        List<byte[]> messages =
                load.rows().stream().map(row -> SyslogMessage.of(row, host)).toList();
        try {
            line.send(messages);
        } catch (IOException e) {
            failed(CollectorLine.word(e));
            shipment.giveBack(server);
            return false;
        }
        shipment.arrived(server, load);
        worked();
        return true;
    }

    private void failed(String word) {
        pause.failed(System.nanoTime());
        if (!word.equals(said)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0}: the access log does not reach its collector: {1}. See docs/operator.md",
                    UNSENT,
                    word);
        }
        said = word;
    }

    private void worked() {
        pause.worked();
        if (!said.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "the access log reaches its collector again");
        }
        said = "";
    }
}

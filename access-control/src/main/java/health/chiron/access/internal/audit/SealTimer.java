package health.chiron.access.internal.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Seals every second, and writes the signed head of the chain outside the database once a day. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealTimer {
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private Sealing sealing;

    @Inject
    private ChainHeads heads;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void seal() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            int sealed;
            do {
                sealed = sealing.sealBatch();
            } while (Sealing.full(sealed));
        } finally {
            busy.set(false);
        }
    }

    @Schedule(hour = "0", minute = "5", persistent = false)
    void publishHead() {
        heads.publish();
    }
}

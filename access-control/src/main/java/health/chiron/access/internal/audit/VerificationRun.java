package health.chiron.access.internal.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets a verification run in the background, once the act that asked for it has committed. */
@Stateless
public class VerificationRun {
    private static final System.Logger LOG = System.getLogger(VerificationRun.class.getName());

    @Inject
    private Verifications verifications;

    @Resource
    private ManagedExecutorService executor;

    /** Begins. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) Verifications.VerificationAsked verification) {
        executor.execute(() -> run(verification.id()));
    }

    private void run(UUID id) {
        try {
            boolean more;
            do {
                more = verifications.step(id);
            } while (more);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a verification of the audit log stopped: {0}",
                    e.getClass().getName());
            verifications.stop(id);
        }
    }
}

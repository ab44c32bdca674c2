package health.chiron.access.internal.delivery;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends letters after the transaction that wrote them has committed, off the request's thread. */
@Stateless
public class PostOffice {
    private static final Logger LOG = Logger.getLogger(PostOffice.class.getName());

    @Inject
    private Texts texts;

    @Inject
    private FileCourier files;

    @Inject
    private MailCourier mail;

    @Inject
    private SmsCourier sms;

    @Inject
    private DeliveryNotes notes;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "chiron.delivery", defaultValue = "live")
    private String mode;

    /** Takes a letter once its transaction has committed. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) Letter letter) {
        executor.execute(() -> send(letter));
    }

    private void send(Letter letter) {
        boolean sent = false;
        try {
            courier(letter.channel()).carry(texts.write(letter));
            sent = true;
        } catch (CourierFailure failure) {
            LOG.log(Level.WARNING, "A message of kind {0} could not be handed over: {1}", new Object[] {
                letter.template(), failure.getMessage()
            });
        } finally {
            boolean handedOver = sent;
            letter.codeId().ifPresent(code -> notes.note(code, handedOver));
        }
    }

    private Courier courier(Outgoing.Channel channel) {
        if ("files".equals(mode)) {
            return files;
        }
        return channel == Outgoing.Channel.EMAIL ? mail : sms;
    }
}

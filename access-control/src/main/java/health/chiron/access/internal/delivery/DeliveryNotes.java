package health.chiron.access.internal.delivery;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Notes how the delivery of a one-time code fared, so that the front desk can see it. */
@Stateless
public class DeliveryNotes {
    @Inject
    private Sql sql;

    /** Notes it, through a function of the database that changes nothing else: no actor is left when the letter goes. */
    public void note(UUID code, boolean sent) {
        sql.first(
                "SELECT policy.note_delivery(?, ?) AS noted", row -> row.yes("noted"), code, sent ? "SENT" : "FAILED");
    }
}

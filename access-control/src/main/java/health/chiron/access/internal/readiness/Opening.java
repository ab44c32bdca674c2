package health.chiron.access.internal.readiness;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.FirstAdministrator;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What is done once when the house opens, and never in a house that stays closed. */
@Stateless
public class Opening {
    @Inject
    private Sql sql;

    @Inject
    private FirstAdministrator first;

    /** Makes the first administrator of an empty installation, and marks the database of a demo. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(boolean demo) {
        if (demo) {
            sql.update("INSERT INTO ops.demo_mark DEFAULT VALUES ON CONFLICT DO NOTHING");
        }
        first.make();
    }
}

package health.chiron.access.internal.owners;

import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewOwner;
import health.chiron.access.api.Ownership;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Accounts;
import health.chiron.access.internal.accounts.Endings;
import health.chiron.domain.access.Account;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Owners who were entered wrongly when a patient was registered. */
@ApplicationScoped
class OwnerCorrections {
    /** Why an account that was made by such a slip is retired; people who look later read it. */
    private static final String WHY = "Entered by mistake at a registration; never used.";

    @Inject
    private Sql sql;

    @Inject
    private Ownership ownership;

    @Inject
    private Accounts accounts;

    @Inject
    private Endings endings;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    /**
     * Ends the wrong owner of a patient and joins the right one. This patient only: what else the account was given elsewhere is not
     * touched, and nobody learns of it.
     */
    void replace(PatientId patient, Account wrong, NewOwner right) {
        Instant now = clock.instant();
        int ended = sql.update(
                "UPDATE access.patient_owner SET until = greatest(?, since) WHERE patient_id = ? AND account_id = ? AND until IS NULL",
                now,
                patient,
                wrong.id());
        if (ended == 0) {
            throw Refusal.stale();
        }
        boolean leftOver = sql.first(
                        "SELECT policy.is_left_over(?) AS left_over", row -> row.yes("left_over"), wrong.id())
                .orElse(false);
        if (leftOver) {
            endings.linksAndCodes(wrong.id());
            wrong.release();
            wrong.deactivate(current.get().account(), WHY, now);
            accounts.keep();
        }
        ownership.first(patient, right, true);
    }
}

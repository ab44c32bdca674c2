package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which of the owned patients somebody is themselves (seed 002, patients.is_self_record). The database keeps it one, and a person. */
@ApplicationScoped
class SelfRecords {
    @Inject
    private Sql sql;

    void name(PatientId patient, AccountId owner, boolean self) {
        try {
            if (self) {
                sql.update(
                        "UPDATE access.patient_owner SET is_self_record = false WHERE account_id = ? AND patient_id <> ? AND until IS NULL AND is_self_record",
                        owner,
                        patient);
            }
            sql.update(
                    "UPDATE access.patient_owner SET is_self_record = ? WHERE account_id = ? AND patient_id = ? AND until IS NULL",
                    self,
                    owner,
                    patient);
        } catch (SqlFailure failure) {
            if (failure.broke("patient_owner_self_is_own")) {
                throw Refusal.conflict("access/self-record-is-a-person", "Only a person's record can be your own.");
            }
            if (failure.broke("patient_owner_self_once")) {
                throw Refusal.stale();
            }
            throw failure;
        }
    }
}

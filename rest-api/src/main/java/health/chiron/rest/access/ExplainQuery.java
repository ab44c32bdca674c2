package health.chiron.rest.access;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.Question;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.wire.Needed;
import jakarta.ws.rs.QueryParam;

/** May this person do this to this patient? */
public class ExplainQuery {
    @QueryParam("patient_id")
    private PatientId patientId;

    @QueryParam("account_id")
    private AccountId accountId;

    @QueryParam("action")
    private Action action;

    @QueryParam("category")
    private Category category;

    PatientId patient() {
        Needed.value("patientId", patientId);
        return patientId;
    }

    Question toQuestion() {
        Needed.value("action", action);
        Needed.value("category", category);
        return new Question(accountId, action, category);
    }
}

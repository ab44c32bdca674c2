package health.chiron.access.api;

import health.chiron.domain.access.PolicyExampleId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Why somebody may do something, or may not; and examples that hold the policy to its answers. */
@Local
public interface Explanations {
    /**
     * May this person do this to this patient now, and by which rule? Answered by the very policy that decides, with everything
     * that was weighed. Owners and auditors may ask about anybody; administrators of a clinic about its people; whoever has access
     * about themselves. Somebody who does not exist and somebody whom nothing joins to the patient are answered alike.
     *
     * @throws health.chiron.domain.shared.Refusal forbidden {@code access/explain-others} for anybody else
     */
    Explanation explain(PatientId patient, Question question);

    /**
     * Keeps a question and its agreed answer as an example, with what joins the person to the patient now; for auditors. Whenever the policy
     * changes, the examples are asked again, and a policy that would answer one of them differently is not taken into service.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code policy/example-does-not-hold} when the present policy answers
     *     differently
     */
    PolicyExample keep(PatientId patient, NewPolicyExample example);

    /** The examples in use, newest first, each with what the present policy answers; for auditors. */
    Page<PolicyExample> examples(PageRequest page);

    /**
     * Takes an example out of use; for auditors.
     *
     * @throws health.chiron.domain.shared.Refusal not found when there is none in use with this id
     */
    PolicyExample retire(PolicyExampleId example);
}

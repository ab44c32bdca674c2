package health.chiron.rest.access;

import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends a grant only under the patient to whom it belongs: an id in the body is not believed because the path's is right. */
@ApplicationScoped
public class GrantOfPatient {
    @Inject
    private Grants grants;

    /**
     * Ends the grant.
     *
     * @throws Refusal not found when it is not one of the patient's
     */
    public GrantView end(PatientId patient, GrantId grant) {
        // Active grants come first, so that one that can be ended stands on the first page.
        return grants.ofPatient(patient, PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(each -> each.id().equals(grant))
                .findFirst()
                .map(each -> grants.end(each.id()))
                .orElseThrow(Refusal::notFound);
    }
}

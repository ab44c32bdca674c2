package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.util.Set;
import java.util.stream.Collectors;

/** A page of invitations. */
public record InvitationPage(Page<InvitationView> page) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return page.items().stream()
                .map(InvitationView::patients)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}

package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.util.Set;
import java.util.stream.Collectors;

/** A page of shares. */
public record SharePage(Page<ShareView> page) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return page.items().stream().map(ShareView::patientId).collect(Collectors.toSet());
    }
}

package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.util.Set;
import java.util.stream.Collectors;

/** A page of shares of relatives' histories. */
public record FamilyHistorySharePage(Page<FamilyHistoryShareView> page) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return page.items().stream().map(FamilyHistoryShareView::patientId).collect(Collectors.toSet());
    }
}

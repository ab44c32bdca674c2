package health.chiron.portal.sharing;

import health.chiron.access.api.Shares;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.UUID;

/** Moves the end of the share of a patient. */
@Named("shareEndPage")
@ViewScoped
public class ShareEndPage extends EndForm {
    private static final long serialVersionUID = 1L;

    @Inject
    private Shares door;

    @Override
    protected ShareRow find(PatientId of, String wanted) {
        ShareId id = Addressed.id(wanted, ShareId::of);
        // Active ones come first, and there are fewer than a page has.
        return door.ofPatient(of, PageRequest.first(PageRequest.MOST)).page().items().stream()
                .filter(each -> each.id().equals(id))
                .map(ShareRow::of)
                .filter(row -> row.active() && row.mayEnd())
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Override
    protected void move(UUID id, long version, Instant end) {
        door.lasts(new ShareId(id), version, end);
    }
}

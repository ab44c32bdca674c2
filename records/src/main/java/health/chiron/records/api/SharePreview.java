package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.PatientId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody would see of a patient by a share, said by the policy that will decide it.
 *
 * @param parts the parts of the chart, those left out too
 * @param remarksKept how many remarks among professionals stay hidden
 * @param may what the person might do besides looking, such as {@code UPDATE_DEMOGRAPHICS}
 */
public record SharePreview(
        PatientId patientId, ShareLevel permissionLevel, List<Part> parts, long remarksKept, Set<String> may)
        implements AboutPatients {
    /** Copies the collections. */
    public SharePreview {
        parts = List.copyOf(parts);
        may = Set.copyOf(may);
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /**
     * A part of the chart.
     *
     * @param part such as {@code VISITS}
     * @param open whether it would be seen
     * @param entries how many entries would be seen; none when it is left out
     */
    @Schema(name = "SharePreviewPart")
    public record Part(String part, boolean open, long entries) {}
}

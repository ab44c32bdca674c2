package health.chiron.rest.sharing;

import health.chiron.domain.access.InvitationId;
import health.chiron.domain.records.PatientId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an offer of several patients.
 *
 * @param results one for each patient, in the order asked
 */
public record OfferedShares(List<Result> results) {
    /** Copies the list. */
    public OfferedShares {
        results = List.copyOf(results);
    }

    /**
     * What became of one.
     *
     * @param invitationId the invitation, when it was sent
     * @param problem the code of the refusal, when it was not
     */
    @Schema(name = "OfferedShare")
    public record Result(PatientId patientId, InvitationId invitationId, String problem) {}
}

package health.chiron.rest.sharing;

import health.chiron.access.api.Shares;
import health.chiron.domain.records.PatientId;
import health.chiron.records.api.Chart;
import health.chiron.records.api.SharePreview;
import health.chiron.records.api.WishedShare;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** With whom a patient is shared, and whose it is. */
@Path("/patients/{patient_id}/shares")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class PatientSharesResource {
    @Inject
    private Shares shares;

    @Inject
    private Chart chart;

    /** List a patient's shares. All of them for the owner, active ones first; others see their own and those they gave. */
    @GET
    public ShareList listPatientShares(@PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return ShareList.of(shares.ofPatient(patientId, paging.toPage()).page());
    }

    /** Preview a share. What somebody would see by it, counted, and what is left out; said by the policy that will decide it. */
    @POST
    @Path("/preview")
    public SharePreview previewShare(@PathParam("patient_id") PatientId patientId, WishedShare share) {
        return chart.preview(patientId, share);
    }
}

package health.chiron.rest.family;

import health.chiron.access.api.Shares;
import health.chiron.domain.records.PatientId;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberData;
import health.chiron.records.api.FamilyMemberView;
import health.chiron.rest.call.Paging;
import health.chiron.rest.sharing.FamilyHistoryShareList;
import health.chiron.rest.wire.Versions;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What runs in a patient's family. */
@Path("/patients/{patient_id}/family-members")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Family history")
public class PatientFamilyResource {
    @Inject
    private FamilyHistory history;

    @Inject
    private Shares shares;

    /** List a patient's relatives. With their illnesses, in the order in which they were entered; void ones are left out. */
    @GET
    public FamilyMemberList listFamilyMembers(@PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return FamilyMemberList.of(history.members(patientId, paging.toPage()));
    }

    /** Enter a relative. By the owner's side, or by a doctor under a grant. */
    @POST
    @APIResponseSchema(value = FamilyMemberView.class, responseCode = "201")
    public Response addFamilyMember(@PathParam("patient_id") PatientId patientId, FamilyMemberData data) {
        FamilyMemberView member = history.add(patientId, data);
        return Versions.created("family-members/" + member.id(), member, member.version());
    }

    /** List the shares of a patient's relatives. All of them for the owner, active ones first; others see those they gave. */
    @GET
    @Path("/shares")
    public FamilyHistoryShareList listFamilyHistoryShares(
            @PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return FamilyHistoryShareList.of(
                shares.familyHistoryOf(patientId, paging.toPage()).page());
    }
}

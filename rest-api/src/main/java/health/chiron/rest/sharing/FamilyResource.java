package health.chiron.rest.sharing;

import health.chiron.access.api.BringIntoFamily;
import health.chiron.access.api.Families;
import health.chiron.access.api.FamilyData;
import health.chiron.access.api.FamilyPatientView;
import health.chiron.access.api.FamilyView;
import health.chiron.access.api.InvitationView;
import health.chiron.access.api.InviteToFamily;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Families: they gather the patients of a household, and open no chart. */
@Path("/families")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class FamilyResource {
    @Inject
    private Families families;

    /** List the own families. Those that the account is in, by name. */
    @GET
    public FamilyList listFamilies(@BeanParam Paging paging) {
        return FamilyList.of(families.mine(paging.toPage()));
    }

    /** Found a family. Who founds it is in it. */
    @POST
    @APIResponseSchema(value = FamilyView.class, responseCode = "201")
    public Response foundFamily(FamilyData family) {
        FamilyView founded = families.found(family);
        return Versions.created("families/" + founded.id(), founded, founded.version());
    }

    /**
     * Get a family. Its people, and its patients with what everybody in it reads; name and id only of a patient whom the account reaches
     * by a relationship of its own.
     */
    @GET
    @Path("/{family_id}")
    @APIResponseSchema(value = FamilyView.class, responseCode = "200")
    public Response getFamily(@PathParam("family_id") FamilyId familyId) {
        FamilyView family = families.get(familyId);
        return Versions.ok(family, family.version());
    }

    /** Rename a family. By any of its people. */
    @PUT
    @Path("/{family_id}")
    @APIResponseSchema(value = FamilyView.class, responseCode = "200")
    public Response renameFamily(
            @PathParam("family_id") FamilyId familyId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            FamilyData family) {
        FamilyView renamed = families.rename(familyId, Versions.required(version), family);
        return Versions.ok(renamed, renamed.version());
    }

    /**
     * Invite somebody into a family. By mail address; the answer is the same whether or not there is an account behind it, and whether or
     * not the person is in the family. Nobody invites oneself ({@code access/share-with-oneself}) or the same person twice at once
     * ({@code access/invitation-waits}). Answered like any invitation.
     */
    @POST
    @Path("/{family_id}/invitations")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response inviteIntoFamily(@PathParam("family_id") FamilyId familyId, InviteToFamily person) {
        return Offered.answer(families.invite(familyId, person));
    }

    /**
     * Bring a patient into a family. By an owner of the patient who is in the family; from another family the patient moves. Everybody in
     * the family reads the label ({@code access/in-family-already}).
     */
    @PUT
    @Path("/{family_id}/patients/{patient_id}")
    public FamilyPatientView bringIntoFamily(
            @PathParam("family_id") FamilyId familyId,
            @PathParam("patient_id") PatientId patientId,
            BringIntoFamily how) {
        return families.bringIn(familyId, patientId, how);
    }

    /** Take a patient out of a family. By an owner of the patient, in the family or not. */
    @DELETE
    @Path("/{family_id}/patients/{patient_id}")
    public FamilyPatientView takeOutOfFamily(
            @PathParam("family_id") FamilyId familyId, @PathParam("patient_id") PatientId patientId) {
        return families.takeOut(familyId, patientId);
    }

    /** Leave a family. With the patients that the account brought in; behind the last person the family is dissolved. */
    @POST
    @Path("/{family_id}/leave")
    @Consumes(MediaType.WILDCARD)
    public void leaveFamily(@PathParam("family_id") FamilyId familyId) {
        families.leave(familyId);
    }
}

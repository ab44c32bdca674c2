package health.chiron.rest.clinics;

import health.chiron.access.api.Association;
import health.chiron.access.api.People;
import health.chiron.access.api.PeopleQuery;
import health.chiron.access.api.PersonView;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.EmploymentType;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who works at a clinic. */
@Path("/clinics/{clinic_id}/people")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ClinicPeopleResource {
    @Inject
    private People people;

    /** List a clinic's people. Who works there now first, by name; for its administrators and for platform administrators. */
    @GET
    public PersonList listPeople(
            @PathParam("clinic_id") ClinicId clinicId,
            @QueryParam("account_kind") AccountKind kind,
            @QueryParam("active") Boolean active,
            @QueryParam("status") AccountStatus status,
            @QueryParam("employment_type") EmploymentType employmentType,
            @QueryParam("search") String search,
            @BeanParam Paging paging) {
        return PersonList.of(
                people.list(clinicId, new PeopleQuery(kind, active, status, employmentType, search), paging.toPage()));
    }

    /** Get one of a clinic's people. */
    @GET
    @Path("/{account_id}")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response getPerson(@PathParam("clinic_id") ClinicId clinicId, @PathParam("account_id") AccountId accountId) {
        PersonView person = people.get(clinicId, accountId);
        return Versions.ok(person, person.version());
    }

    /** Get the history of an association. What happened to it, newest first. */
    @GET
    @Path("/{account_id}/history")
    public AssociationHistory getAssociationHistory(
            @PathParam("clinic_id") ClinicId clinicId, @PathParam("account_id") AccountId accountId) {
        return new AssociationHistory(people.history(clinicId, accountId));
    }

    /** Change an association. How somebody belongs to the clinic, and what it lets the person do in its name, from the next call on. */
    @PUT
    @Path("/{account_id}")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response changeAssociation(
            @PathParam("clinic_id") ClinicId clinicId,
            @PathParam("account_id") AccountId accountId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Association association) {
        PersonView person = people.change(clinicId, accountId, Versions.required(version), association);
        return Versions.ok(person, person.version());
    }

    /**
     * End an association. From the next call on the person opens nothing through this clinic; what was written stays. The last
     * administrator of a clinic is ended only by a platform administrator ({@code clinic/last-administrator}).
     */
    @POST
    @Path("/{account_id}/end")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response endAssociation(
            @PathParam("clinic_id") ClinicId clinicId, @PathParam("account_id") AccountId accountId) {
        PersonView person = people.end(clinicId, accountId);
        return Versions.ok(person, person.version());
    }

    /** Resume an association. It begins again with the rights it had. */
    @POST
    @Path("/{account_id}/resume")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response resumeAssociation(
            @PathParam("clinic_id") ClinicId clinicId, @PathParam("account_id") AccountId accountId) {
        PersonView person = people.resume(clinicId, accountId);
        return Versions.ok(person, person.version());
    }
}

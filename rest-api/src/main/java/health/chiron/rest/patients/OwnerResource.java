package health.chiron.rest.patients;

import health.chiron.access.api.ContactCode;
import health.chiron.access.api.NewOwner;
import health.chiron.access.api.OwnerView;
import health.chiron.access.api.Owners;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The person who owns a patient's access, as the front desk meets them. */
@Path("/patients/{patient_id}/owner")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
public class OwnerResource {
    @Inject
    private Owners owners;

    /** Get a patient's owner. With the contact all but hidden, and whether it is proven. */
    @GET
    public OwnerView getOwner(@PathParam("patient_id") PatientId patientId) {
        return owners.of(patientId);
    }

    /**
     * Correct a patient's owner. As long as nobody has proven the contact: the account with this mail address or a new one becomes the
     * owner, and a code goes there. The answer is the same whether or not there is such an account.
     */
    @PUT
    public OwnerView correctOwner(@PathParam("patient_id") PatientId patientId, NewOwner owner) {
        return owners.correct(patientId, owner);
    }

    /** Send the owner a contact code. Whoever reads it out at the desk holds the contact. 30 seconds apart. */
    @POST
    @Path("/code")
    @Consumes(MediaType.WILDCARD)
    public OwnerView sendContactCode(@PathParam("patient_id") PatientId patientId) {
        return owners.sendContactCode(patientId);
    }

    /** Prove the owner's contact. With the code that was sent there; the owner then gets a link to set a password. Five tries a code. */
    @POST
    @Path("/verify")
    public OwnerView proveContact(@PathParam("patient_id") PatientId patientId, ContactCode code) {
        return owners.proveContact(patientId, code);
    }
}

package health.chiron.rest.auth;

import health.chiron.access.api.ContactCode;
import health.chiron.access.api.ContactRemoval;
import health.chiron.access.api.ContactsView;
import health.chiron.access.api.NewContact;
import health.chiron.access.api.OwnContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the holder of the own account is reached. */
@Path("/auth/me/contacts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
public class OwnContactsResource {
    @Inject
    private OwnContacts contacts;

    /** Get own contacts. Mail address and telephone, whether they are proven, and the new one whose code is waited for. */
    @GET
    public ContactsView getOwnContacts() {
        return contacts.view();
    }

    /**
     * Begin a change of contact. Asks the password; a code goes to the new contact, and the old one stays until it comes back. The
     * answer is the same whether or not somebody else has the address.
     */
    @POST
    public ContactsView beginChangeOfContact(NewContact contact) {
        return contacts.begin(contact);
    }

    /**
     * Confirm the new contact. With the code that was sent there; it takes the place of the old one, which is told. Open links to a new
     * password die.
     */
    @POST
    @Path("/confirm")
    public ContactsView confirmNewContact(ContactCode code) {
        return contacts.confirm(code);
    }

    /** Remove a contact. Asks the password; one that is proven stays ({@code account/last-contact}). */
    @POST
    @Path("/remove")
    public ContactsView removeContact(ContactRemoval removal) {
        return contacts.remove(removal);
    }
}

package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;

/** Who works at which clinic: associations, what each clinic lets its people do, and invitations to one more clinic. */
@Local
public interface People {
    /** A clinic's people, who works there now first, by name; for its administrators and platform administrators. */
    Page<PersonView> list(ClinicId clinic, PeopleQuery query, PageRequest page);

    /** One of them. */
    PersonView get(ClinicId clinic, AccountId person);

    /** What happened to an association, newest first. */
    List<AssociationChange> history(ClinicId clinic, AccountId person);

    /**
     * Changes how somebody belongs to the clinic and what it lets the person do; from the next request on.
     *
     * @param version the version that the change is based on
     * @throws health.chiron.domain.shared.Refusal stale when it is not the current one; {@code clinic/association-over}
     */
    PersonView change(ClinicId clinic, AccountId person, long version, Association association);

    /**
     * Ends an association, from the next request on. What was written stays, and so does the row.
     *
     * @throws health.chiron.domain.shared.Refusal {@code clinic/last-administrator} when nobody would be left to run the
     *     clinic and the actor does not run the installation
     */
    PersonView end(ClinicId clinic, AccountId person);

    /** Begins an ended association again, with the rights it had. */
    PersonView resume(ClinicId clinic, AccountId person);

    /**
     * Invites somebody who has an account. The answer is the same whether there is such an account; the person is written to
     * and says yes or no. Holds for seven days.
     */
    ClinicInvitationView invite(NewClinicInvitation invitation);

    /** The clinic's open invitations, newest first; those declined stay among them until they run out. */
    Page<ClinicInvitationView> invitations(ClinicId clinic, PageRequest page);

    /** Takes an open invitation back. */
    void cancel(ClinicId clinic, ClinicInvitationId invitation);

    /** The open invitations to the actor, newest first. */
    List<ClinicInvitationView> toMe();

    /** Accepts: from now on the actor works there. */
    void accept(ClinicInvitationId invitation);

    /** Declines. The clinic is not told. */
    void decline(ClinicInvitationId invitation);
}

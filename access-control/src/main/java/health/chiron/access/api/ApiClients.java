package health.chiron.access.api;

import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/**
 * Programs of integrators. A clinic's administrators register them and keep their credentials, a platform administrator lets them in
 * or refuses them; both may hold back and end.
 */
@Local
public interface ApiClients {
    /** The programs that act for a clinic, those that wait or work first, then the newest. */
    Page<ApiClientView> ofClinic(ClinicId clinic, PageRequest page);

    /**
     * The programs of the whole house, for who decides on them; those that wait longest first.
     *
     * @param state only those in this state; null for all
     */
    Page<ApiClientView> all(ClientState state, PageRequest page);

    /** One of them. */
    ApiClientView get(ApiClientId client);

    /**
     * The clinic asks for a program to be let in.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/name-taken}; invalid when a scope is none of ours
     */
    ApiClientView register(NewApiClient client);

    /**
     * The platform lets it in, with all that it wants or a part.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/own-request}, {@code client/decided}; invalid when a scope was not
     *     asked for
     */
    ApiClientView approve(ApiClientId client, long version, ClientApproval approval);

    /** The platform says no, for good. Refused as {@link #approve}. */
    ApiClientView refuse(ApiClientId client, long version, ClientReason reason);

    /**
     * Holds it back; its tokens stop at once.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/not-active}
     */
    ApiClientView suspend(ApiClientId client, long version, ClientReason reason);

    /**
     * Lets it go on.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/not-suspended}; {@code client/held-by-platform} for a clinic when it
     *     was the platform that held it back
     */
    ApiClientView resume(ApiClientId client, long version);

    /**
     * Ends it, for good; its tokens stop at once.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/over}
     */
    ApiClientView revoke(ApiClientId client, long version, ClientReason reason);

    /**
     * Adds a credential; for the clinic only. A secret is in the answer and never to be seen again.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/not-active}, {@code client/over},
     *     {@code client/too-many-credentials}, {@code client/clinic-keeps-credentials} for the platform,
     *     {@code client/key-known}; invalid when the key is none, too weak, or holds the private half
     */
    IssuedCredential addCredential(ApiClientId client, NewClientCredential credential);

    /**
     * Retires a credential; tokens that were got with it stop at once.
     *
     * @throws health.chiron.domain.shared.Refusal {@code client/credential-over}
     */
    ApiClientView retireCredential(ApiClientId client, CredentialId credential);

    /** The open sessions of a program, one for each token that is out, the latest used first. */
    Page<ClientSessionView> sessions(ApiClientId client, PageRequest page);

    /**
     * Ends one session of a program; its token stops at once.
     *
     * @throws health.chiron.domain.shared.Refusal not found when it is not an open one of this program
     */
    void endSession(ApiClientId client, SessionId session);

    /** Ends all sessions of a program; whoever holds its credentials gets new tokens with them. */
    ApiClientView endSessions(ApiClientId client);
}

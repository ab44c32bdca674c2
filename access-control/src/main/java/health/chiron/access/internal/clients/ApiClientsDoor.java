package health.chiron.access.internal.clients;

import com.nimbusds.jose.jwk.JWK;
import health.chiron.access.api.Action;
import health.chiron.access.api.ApiClientView;
import health.chiron.access.api.ApiClients;
import health.chiron.access.api.Category;
import health.chiron.access.api.ClientApproval;
import health.chiron.access.api.ClientReason;
import health.chiron.access.api.ClientSessionView;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.IssuedCredential;
import health.chiron.access.api.NewApiClient;
import health.chiron.access.api.NewClientCredential;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.internal.accounts.Endings;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.signin.Sessions;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ApiClient;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientCredential;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs of integrators, from the registration to the end. */
@Stateless
public class ApiClientsDoor implements ApiClients {
    private static final int USUAL_DAYS = 365;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private ApiClientViews views;

    @Inject
    private ClientSecrets secrets;

    @Inject
    private Sessions sessions;

    @Inject
    private Endings endings;

    @Inject
    private Notices notices;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.API_CLIENTS)
    public Page<ApiClientView> ofClinic(ClinicId clinic, PageRequest page) {
        return views.ofClinic(clinic, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.API_CLIENTS)
    public Page<ApiClientView> all(ClientState state, PageRequest page) {
        return views.all(state, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.API_CLIENTS)
    public ApiClientView get(ApiClientId client) {
        return views.get(client);
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.API_CLIENTS)
    public ApiClientView register(NewApiClient wish) {
        ClinicId clinic = current.clinic(wish.clinicId());
        Set<ClientScope> wanted = ClientScope.required("scopes", wish.scopes());
        ApiClient client = ApiClient.register(
                clinic,
                new ApiClient.Profile(wish.name(), wish.contact(), wish.purpose()),
                wanted,
                me(),
                clock.instant());
        makeAccount(client, wish.name().strip());
        entities.persist(client);
        flush();
        ApiClientView made = views.get(client.id());
        notices.tellAll(AccountKind.PLATFORM_ADMIN, Letter.Template.PROGRAM_REQUESTED, words(client, made));
        return made;
    }

    /** It acts under an account of its own, which nobody signs in to with a password, and works at the one clinic. */
    private void makeAccount(ApiClient client, String name) {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES (?, 'INTEGRATOR', ?, ?, 'INVITED', ?)",
                client.id(),
                "program-" + client.id(),
                name,
                now);
        sql.update("""
                INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, active, joined_at, rights)
                VALUES (?, ?, ?, 'CONTRACTOR', true, ?, '')""", Ids.next(), client.clinic(), client.id(), now);
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.API_CLIENTS)
    public ApiClientView approve(ApiClientId id, long version, ClientApproval approval) {
        ApiClient client = find(id);
        Set<ClientScope> allowed =
                approval.scopes() == null || approval.scopes().isBlank()
                        ? client.wanted()
                        : ClientScope.required("scopes", approval.scopes());
        client.approve(version, allowed, me(), clock.instant());
        return changed(client, Letter.Template.PROGRAM_APPROVED);
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.API_CLIENTS)
    public ApiClientView refuse(ApiClientId id, long version, ClientReason reason) {
        ApiClient client = find(id);
        client.refuse(version, reason.reason(), me(), clock.instant());
        return changed(client, Letter.Template.PROGRAM_REFUSED);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public ApiClientView suspend(ApiClientId id, long version, ClientReason reason) {
        ApiClient client = find(id);
        client.suspend(version, side(), reason.reason(), me(), clock.instant());
        return changed(client, Letter.Template.PROGRAM_SUSPENDED);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public ApiClientView resume(ApiClientId id, long version) {
        ApiClient client = find(id);
        client.resume(version, side(), me(), clock.instant());
        return changed(client, Letter.Template.PROGRAM_RESUMED);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.API_CLIENTS)
    public ApiClientView revoke(ApiClientId id, long version, ClientReason reason) {
        ApiClient client = find(id);
        client.revoke(version, reason.reason(), me(), clock.instant());
        return changed(client, Letter.Template.PROGRAM_REVOKED);
    }

    /** The account follows, so that every door and both walls know at the next request; tokens that are out stop now. */
    private ApiClientView changed(ApiClient client, Letter.Template news) {
        flush();
        String status = switch (client.state()) {
            case REQUESTED -> "INVITED";
            case APPROVED -> "ACTIVE";
            case REFUSED, SUSPENDED, REVOKED -> "DEACTIVATED";
        };
        sql.update("UPDATE access.account SET status = ?, version = version + 1 WHERE id = ?", status, client.id());
        if (client.state() != ClientState.APPROVED) {
            sql.update(
                    "UPDATE access.session SET ended_at = ?, end_reason = 'ACCOUNT_CHANGED' WHERE account_id = ? AND ended_at IS NULL",
                    clock.instant(),
                    client.id());
        }
        ApiClientView view = views.get(client.id());
        if (!client.registeredBy().equals(me())) {
            notices.tell(List.of(client.registeredBy()), news, words(client, view), null);
        }
        return view;
    }

    private static Map<String, String> words(ApiClient client, ApiClientView view) {
        return Map.of("program", client.name(), "clinic", view.clinicName());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public IssuedCredential addCredential(ApiClientId id, NewClientCredential wish) {
        if (side() == ApiClient.Side.PLATFORM) {
            throw Refusal.forbidden(
                    "client/clinic-keeps-credentials",
                    "Whoever lets a program in does not hold its credentials: they are the clinic's to make.");
        }
        ApiClient client = find(id);
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(wish.validDays() == null ? USUAL_DAYS : wish.validDays()));
        client.mayTakeCredential(credentials(id), until, now);
        CredentialId made = CredentialId.next();
        String secret = null;
        if (wish.kind() == CredentialKind.SECRET) {
            secret = secrets.make();
            entities.persist(ClientCredential.secret(
                    made, id, wish.label(), secrets.hash(made, secret), ClientSecrets.hint(secret), until, me(), now));
        } else {
            JWK key = ClientKeys.registered(wish.publicKey());
            entities.persist(
                    ClientCredential.key(made, id, wish.label(), key.toJSONString(), key.getKeyID(), until, me(), now));
        }
        flush();
        return new IssuedCredential(views.credential(made), secret);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public ApiClientView retireCredential(ApiClientId id, CredentialId credential) {
        find(id);
        credentials(id).stream()
                .filter(one -> one.id().equals(credential))
                .findFirst()
                .orElseThrow(Refusal::notFound)
                .retire(me(), clock.instant());
        flush();
        sql.update(
                "UPDATE access.session SET ended_at = ?, end_reason = 'ACCOUNT_CHANGED' WHERE credential_id = ? AND ended_at IS NULL",
                clock.instant(),
                credential);
        return views.get(id);
    }

    @Override
    @Permit(value = Action.READ, on = Category.API_CLIENTS)
    public Page<ClientSessionView> sessions(ApiClientId id, PageRequest page) {
        find(id);
        return views.sessions(id, clock.instant(), page);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public void endSession(ApiClientId id, SessionId session) {
        find(id);
        if (!sessions.endOwn(account(id), session)) {
            throw Refusal.notFound();
        }
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.API_CLIENTS)
    public ApiClientView endSessions(ApiClientId id) {
        find(id);
        endings.sessions(account(id), null, "REVOKED");
        return views.get(id);
    }

    /** The account under which it acts. */
    private static AccountId account(ApiClientId client) {
        return new AccountId(client.value());
    }

    private List<ClientCredential> credentials(ApiClientId client) {
        return entities.createQuery(
                        "SELECT c FROM ClientCredential c WHERE c.clientId = :client", ClientCredential.class)
                .setParameter("client", client.value())
                .getResultList();
    }

    private ApiClient find(ApiClientId client) {
        return Optional.ofNullable(entities.find(ApiClient.class, client.value()))
                .orElseThrow(Refusal::notFound);
    }

    private AccountId me() {
        return current.get().account();
    }

    private ApiClient.Side side() {
        return current.get().kind() == AccountKind.PLATFORM_ADMIN ? ApiClient.Side.PLATFORM : ApiClient.Side.CLINIC;
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(PersistenceException e) {
        return switch (SqlFailure.constraintIn(e).orElse("")) {
            case "api_client_name_once" ->
                Refusal.conflict("client/name-taken", "name", "The clinic has a program of this name already.");
            case "client_credential_key_once" ->
                Refusal.conflict(
                        "client/key-known", "publicKey", "This key, or another of the same id, is there already.");
            case "client_credential_five_at_most" -> ApiClient.tooManyCredentials();
            default -> e;
        };
    }
}

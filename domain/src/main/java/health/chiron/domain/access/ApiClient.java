package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A program of an integrator that acts for one clinic. The clinic's administrator registers it and says what it wants and why; a
 * platform administrator, never the same person, lets it in with all of that or a part, or refuses it. From then on it proves itself
 * with its credentials and gets tokens for minutes. Either side holds it back for a while; whoever did that lets it go on, and the
 * platform may always. Revoked and refused are for good.
 */
@Entity
@Table(schema = "access", name = "api_client")
public class ApiClient {
    /** How many credentials hold at once: the one in use, its successor, and some room for several machines. */
    public static final int CREDENTIALS_MOST = 5;

    /** For how long a credential holds at the most. */
    public static final Duration CREDENTIAL_LIFE_MOST = Duration.ofDays(730);

    @Id
    private UUID id;

    @Column(name = "clinic_id", updatable = false)
    private UUID clinicId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String contact;

    @Column(updatable = false)
    private String purpose;

    @Enumerated(EnumType.STRING)
    private ClientState state;

    @Column(name = "scopes_wanted", updatable = false)
    private String scopesWanted;

    @Column(name = "scopes_allowed")
    private String scopesAllowed;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "registered_by", updatable = false)
    private UUID registeredBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "held_by_platform")
    private boolean heldByPlatform;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private UUID changedBy;

    private String reason;

    @Version
    private long version;

    /** For JPA. */
    protected ApiClient() {}

    /** On whose behalf somebody acts on a program. */
    public enum Side {
        /** The clinic for which it acts. */
        CLINIC,
        /** Whoever runs the installation. */
        PLATFORM
    }

    /**
     * What a clinic says of its program.
     *
     * @param name shown wherever the program acts
     * @param contact the mail address of whoever runs it
     * @param purpose what it is for, in plain words: the platform decides on the ground of it
     */
    public record Profile(String name, String contact, String purpose) {}

    /** The clinic asks for a program to be let in. */
    public static ApiClient register(
            ClinicId clinic, Profile profile, Set<ClientScope> wanted, AccountId by, Instant at) {
        ApiClient client = new ApiClient();
        client.id = ApiClientId.next().value();
        client.clinicId = clinic.value();
        client.name = Objects.requireNonNull(profile.name(), "name").strip();
        client.contact = Objects.requireNonNull(profile.contact(), "contact").strip();
        client.purpose = Objects.requireNonNull(profile.purpose(), "purpose").strip();
        client.scopesWanted = ClientScope.written(wanted);
        client.registeredAt = Objects.requireNonNull(at, "at");
        client.registeredBy = by.value();
        client.state = ClientState.REQUESTED;
        client.changedAt = at;
        client.changedBy = by.value();
        return client;
    }

    /**
     * The platform lets it in.
     *
     * @param allowed what of the scopes that the clinic wants
     * @throws Refusal {@code client/own-request} for whoever registered it, {@code client/decided}, and invalid scopes when there are
     *     none or others than wanted
     */
    public void approve(long based, Set<ClientScope> allowed, AccountId by, Instant at) {
        mustBeOpenTo(based, by);
        if (allowed.isEmpty() || !ClientScope.stored(scopesWanted).containsAll(allowed)) {
            throw Refusal.invalid(
                    "scopes", "not_wanted", "Allow one or several of the scopes that were asked for, and no others.");
        }
        scopesAllowed = ClientScope.written(allowed);
        decide(ClientState.APPROVED, null, by, at);
    }

    /**
     * The platform says no.
     *
     * @param why told to the clinic
     * @throws Refusal {@code client/own-request}, {@code client/decided}
     */
    public void refuse(long based, String why, AccountId by, Instant at) {
        mustBeOpenTo(based, by);
        decide(ClientState.REFUSED, why, by, at);
    }

    private void mustBeOpenTo(long based, AccountId by) {
        mustBe(based);
        if (by.value().equals(registeredBy)) {
            throw Refusal.forbidden("client/own-request", "Somebody else has to decide on what you registered.");
        }
        if (state != ClientState.REQUESTED) {
            throw Refusal.conflict("client/decided", "This was decided already.");
        }
    }

    private void decide(ClientState next, String why, AccountId by, Instant at) {
        decidedAt = at;
        decidedBy = by.value();
        become(next, why, by, at);
    }

    /**
     * Holds it back; its tokens stop working.
     *
     * @throws Refusal {@code client/not-active} unless it is let in
     */
    public void suspend(long based, Side side, String why, AccountId by, Instant at) {
        mustBe(based);
        mustBeActive();
        heldByPlatform = side == Side.PLATFORM;
        become(ClientState.SUSPENDED, why, by, at);
    }

    /**
     * Lets it go on.
     *
     * @throws Refusal {@code client/not-suspended}; {@code client/held-by-platform} when the platform holds it back and a clinic asks
     */
    public void resume(long based, Side side, AccountId by, Instant at) {
        mustBe(based);
        if (state != ClientState.SUSPENDED) {
            throw Refusal.conflict("client/not-suspended", "This program is not held back.");
        }
        if (heldByPlatform && side != Side.PLATFORM) {
            throw Refusal.conflict(
                    "client/held-by-platform", "The platform's administration holds this program back. Ask there.");
        }
        heldByPlatform = false;
        become(ClientState.APPROVED, null, by, at);
    }

    /**
     * Ends it, for good.
     *
     * @throws Refusal {@code client/over} when it is over already
     */
    public void revoke(long based, String why, AccountId by, Instant at) {
        mustBe(based);
        mustNotBeOver();
        become(ClientState.REVOKED, why, by, at);
    }

    private void become(ClientState next, String why, AccountId by, Instant at) {
        state = next;
        reason = why == null ? null : why.strip();
        changedBy = by.value();
        changedAt = Objects.requireNonNull(at, "at");
    }

    private void mustBe(long based) {
        if (based != version) {
            throw Refusal.stale();
        }
    }

    private void mustBeActive() {
        if (state != ClientState.APPROVED) {
            throw Refusal.conflict("client/not-active", "This program is not let in at present.");
        }
    }

    private void mustNotBeOver() {
        if (state == ClientState.REVOKED || state == ClientState.REFUSED) {
            throw Refusal.conflict("client/over", "This program is over, for good. Register another one.");
        }
    }

    /**
     * That one more credential may be added.
     *
     * @param present all it has
     * @param until when the new one ends
     * @throws Refusal {@code client/not-active} before it is let in, {@code client/over} afterwards; {@code client/too-many-credentials};
     *     invalid when the end is past or too far
     */
    public void mayTakeCredential(Collection<ClientCredential> present, Instant until, Instant at) {
        mustNotBeOver();
        if (state == ClientState.REQUESTED) {
            throw Refusal.conflict("client/not-active", "This program is not let in at present.");
        }
        if (present.stream().filter(one -> one.holds(at)).count() >= CREDENTIALS_MOST) {
            throw tooManyCredentials();
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(CREDENTIAL_LIFE_MOST))) {
            throw Refusal.invalid("validDays", "out_of_range", "The end must lie ahead, and two years at the most.");
        }
    }

    /** What is said when a program has as many credentials as it may. */
    public static Refusal tooManyCredentials() {
        return Refusal.conflict(
                "client/too-many-credentials",
                "A program has at most " + CREDENTIALS_MOST + " credentials that hold. Retire one first.");
    }

    /** What was asked for. */
    public Set<ClientScope> wanted() {
        return ClientScope.stored(scopesWanted);
    }

    /** The id. */
    public ApiClientId id() {
        return new ApiClientId(id);
    }

    /** For which clinic it acts. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** Where it stands. */
    public ClientState state() {
        return state;
    }

    /** What it is allowed; empty until it is let in. */
    public Set<ClientScope> allowed() {
        return ClientScope.stored(scopesAllowed);
    }

    /** Who registered it. */
    public AccountId registeredBy() {
        return new AccountId(registeredBy);
    }

    /** What the clinic calls it. */
    public String name() {
        return name;
    }
}

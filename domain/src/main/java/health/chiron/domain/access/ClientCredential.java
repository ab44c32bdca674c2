package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One of the credentials by which a program proves itself. Several hold at a time, so that a new one is tried before the old one
 * goes. A credential is never changed: it ends by itself or is retired, and tokens that were got with it stop then.
 */
@Entity
@Table(schema = "access", name = "client_credential")
public class ClientCredential {
    @Id
    private UUID id;

    @Column(name = "client_id", updatable = false)
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CredentialKind kind;

    @Column(updatable = false)
    private String label;

    @Column(name = "secret_hash", updatable = false)
    private byte[] secretHash;

    @Column(updatable = false)
    private String hint;

    @Column(name = "public_key", updatable = false)
    private String publicKey;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @Column(name = "retired_by")
    private UUID retiredBy;

    @Version
    private long version;

    /** For JPA. */
    protected ClientCredential() {}

    /**
     * A secret, of which only the hash is kept.
     *
     * @param id made before the hash, which is bound to it
     * @param hint its last characters, by which people tell secrets apart
     */
    public static ClientCredential secret(
            CredentialId id,
            ApiClientId client,
            String label,
            byte[] hash,
            String hint,
            Instant until,
            AccountId by,
            Instant at) {
        ClientCredential made = begin(id, client, CredentialKind.SECRET, label, until, by, at);
        made.secretHash = hash.clone();
        made.hint = Objects.requireNonNull(hint, "hint");
        return made;
    }

    /**
     * The public half of a key pair.
     *
     * @param jwk the key, public, as JSON (RFC 7517)
     * @param hint its key id
     */
    public static ClientCredential key(
            CredentialId id,
            ApiClientId client,
            String label,
            String jwk,
            String hint,
            Instant until,
            AccountId by,
            Instant at) {
        ClientCredential made = begin(id, client, CredentialKind.PUBLIC_KEY, label, until, by, at);
        made.publicKey = Objects.requireNonNull(jwk, "jwk");
        made.hint = Objects.requireNonNull(hint, "hint");
        return made;
    }

    private static ClientCredential begin(
            CredentialId id,
            ApiClientId client,
            CredentialKind kind,
            String label,
            Instant until,
            AccountId by,
            Instant at) {
        ClientCredential made = new ClientCredential();
        made.id = id.value();
        made.clientId = client.value();
        made.kind = kind;
        made.label = Objects.requireNonNull(label, "label").strip();
        made.createdAt = Objects.requireNonNull(at, "at");
        made.createdBy = by.value();
        made.expiresAt = Objects.requireNonNull(until, "until");
        return made;
    }

    /**
     * Nobody proves anything with it any more.
     *
     * @throws Refusal {@code client/credential-over} when it is retired already
     */
    public void retire(AccountId by, Instant at) {
        if (retiredAt != null) {
            throw Refusal.conflict("client/credential-over", "This credential is retired already.");
        }
        retiredAt = at;
        retiredBy = by.value();
    }

    /** Whether it proves something at this time. */
    public boolean holds(Instant at) {
        return retiredAt == null && expiresAt.isAfter(at);
    }

    /** The id. */
    public CredentialId id() {
        return new CredentialId(id);
    }

    /** Whose it is. */
    public ApiClientId client() {
        return new ApiClientId(clientId);
    }
}

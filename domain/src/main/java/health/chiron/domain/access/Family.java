package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A household that gathers its patients. Somebody founds it and is in it from then on; others join by invitation. Any of them renames
 * it. It opens no chart: who is in it reaches nobody by that. When the last person leaves it is dissolved, which the database sees to,
 * for it alone knows of two who leave at once.
 */
@Entity
@Table(schema = "access", name = "family")
public class Family {
    @Id
    private UUID id;

    private String name;

    @Column(name = "founded_by", updatable = false)
    private UUID foundedBy;

    @Column(name = "founded_at", updatable = false)
    private Instant foundedAt;

    @Version
    private long version;

    /** For JPA. */
    protected Family() {}

    /** Founds one. */
    public static Family found(AccountId by, String name, Instant at) {
        Family family = new Family();
        family.id = FamilyId.next().value();
        family.name = name.strip();
        family.foundedBy = by.value();
        family.foundedAt = at;
        return family;
    }

    /**
     * Gives it another name.
     *
     * @param basedOn the version that the change is based on
     * @throws Refusal stale when the version is not the current one
     */
    public void rename(long basedOn, String newName) {
        if (basedOn != version) {
            throw Refusal.stale();
        }
        name = newName.strip();
    }

    /** The id. */
    public FamilyId id() {
        return new FamilyId(id);
    }

    /** What its people call it. */
    public String name() {
        return name;
    }

    /** Who founded it. */
    public AccountId foundedBy() {
        return new AccountId(foundedBy);
    }

    /** Since when it has been there. */
    public Instant foundedAt() {
        return foundedAt;
    }
}

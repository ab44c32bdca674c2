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
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's association with a clinic (veterinary seed, doctor_clinic_associations; the same for staff, administrators and
 * programs). It says how the person belongs there and what the clinic lets the person do in its name. It ends and can begin
 * again; the row stays, and the database notes every change beside it. Whoever is out opens nothing from the next request on,
 * because each door reads the associations afresh.
 */
@Entity
@Table(schema = "access", name = "clinic_member")
public class ClinicMember {
    @Id
    private UUID id;

    @Column(name = "clinic_id", updatable = false)
    private UUID clinicId;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "employment_type")
    private EmploymentType employmentType;

    private boolean active;

    @Column(name = "joined_at", updatable = false)
    private Instant joinedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    private String rights;

    @Version
    private long version;

    /** For JPA. */
    protected ClinicMember() {}

    /**
     * Changes how the person belongs to the clinic and what it lets the person do.
     *
     * @param based the version that the change is based on
     * @param kind the person's kind of account, which says which rights are possible
     * @throws Refusal stale when the version is not the current one; a conflict when the association has ended; invalid when a
     *     right is not possible for this kind of account
     */
    public void change(long based, AccountKind kind, EmploymentType type, Set<ClinicRight> newRights) {
        if (based != version) {
            throw Refusal.stale();
        }
        if (!active) {
            throw over();
        }
        if (!newRights.stream().allMatch(right -> right.possibleFor(kind))) {
            throw Refusal.invalid("rights", "not_possible", "An account of this kind cannot hold this right.");
        }
        employmentType = Objects.requireNonNull(type, "type");
        rights = ClinicRight.stored(newRights);
    }

    /**
     * Ends it. That a clinic keeps an administrator is seen to by the database, which alone knows of two who go at once.
     *
     * @throws Refusal when it has ended already
     */
    public void end(AccountId by, Instant at) {
        if (!active) {
            throw over();
        }
        active = false;
        endedAt = at.isBefore(joinedAt) ? joinedAt : at;
        endedBy = by.value();
    }

    /**
     * Begins it again, with the rights it had.
     *
     * @throws Refusal when it has not ended
     */
    public void resume() {
        if (active) {
            throw Refusal.conflict("clinic/works-here", "This person works here already.");
        }
        active = true;
        endedAt = null;
        endedBy = null;
    }

    private static Refusal over() {
        return Refusal.conflict("clinic/association-over", "This person does not work here any more.");
    }
}

package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A clinic: the party to which owners give access and at which records are created. Its administrators keep its profile and
 * say how long access lasts when a request does not. An inactive clinic opens nothing; its records stay.
 */
@Entity
@Table(schema = "access", name = "clinic")
public class Clinic {
    @Id
    private UUID id;

    private String name;

    @Column(name = "license_number")
    private String licenseNumber;

    private String address;
    private String phone;
    private String email;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "operating_hours")
    private String operatingHours;

    @Column(name = "services_offered")
    private String servicesOffered;

    @Column(name = "grant_hours")
    private int grantHours;

    private boolean active;
    private boolean verified;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "verified_by")
    private UUID verifiedBy;

    @Column(name = "deactivated_at")
    private Instant deactivatedAt;

    @Column(name = "deactivated_by")
    private UUID deactivatedBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** For JPA. */
    protected Clinic() {}

    /**
     * What a clinic's administrator says about it.
     *
     * @param servicesOffered what it does, one entry each
     * @param grantHours 1 to 720
     */
    public record Profile(
            String name,
            String licenseNumber,
            String address,
            String phone,
            String email,
            String timeZone,
            String operatingHours,
            List<String> servicesOffered,
            int grantHours) {
        /** Copies the list. */
        public Profile {
            servicesOffered = List.copyOf(servicesOffered);
        }
    }

    /** Registers a clinic; active from the start, not yet verified. */
    public static Clinic register(Profile profile, Instant at) {
        Clinic clinic = new Clinic();
        clinic.id = ClinicId.next().value();
        clinic.active = true;
        clinic.createdAt = Objects.requireNonNull(at, "at");
        clinic.describe(profile);
        return clinic;
    }

    /**
     * Changes the profile.
     *
     * @param based the version that the change is based on
     * @throws Refusal stale when it is not the current one
     */
    public void change(long based, Profile profile, Instant at) {
        if (based != version) {
            throw Refusal.stale();
        }
        updatedAt = Objects.requireNonNull(at, "at");
        describe(profile);
    }

    private void describe(Profile profile) {
        name = Objects.requireNonNull(profile.name(), "name");
        if (!profile.licenseNumber().equals(licenseNumber)) {
            // What was vouched for was the old number.
            withdrawVerification();
        }
        licenseNumber = profile.licenseNumber();
        address = profile.address();
        phone = profile.phone();
        email = profile.email();
        timeZone = Objects.requireNonNull(profile.timeZone(), "timeZone");
        operatingHours = profile.operatingHours();
        servicesOffered = profile.servicesOffered().isEmpty() ? null : String.join("\n", profile.servicesOffered());
        grantHours = profile.grantHours();
    }

    /**
     * Somebody who runs the installation has checked the licence.
     *
     * @param based the version that was looked at: a licence that changed meanwhile is not the one that was checked
     */
    public void verify(long based, AccountId by, Instant at) {
        if (based != version) {
            throw Refusal.stale();
        }
        verified = true;
        verifiedAt = Objects.requireNonNull(at, "at");
        verifiedBy = by.value();
    }

    /** Nobody vouches for the licence any more. */
    public void withdrawVerification() {
        verified = false;
        verifiedAt = null;
        verifiedBy = null;
    }

    /**
     * Closes the clinic: from the next request on it opens nothing to anybody. Its records stay.
     *
     * @throws Refusal when it is closed already
     */
    public void deactivate(AccountId by, Instant at) {
        if (!active) {
            throw Refusal.conflict("clinic/inactive", "This clinic is closed already.");
        }
        active = false;
        deactivatedAt = Objects.requireNonNull(at, "at");
        deactivatedBy = by.value();
    }

    /**
     * Opens it again; grants that have not run out count again.
     *
     * @throws Refusal when it is open
     */
    public void activate() {
        if (active) {
            throw Refusal.conflict("clinic/active", "This clinic is open.");
        }
        active = true;
        deactivatedAt = null;
        deactivatedBy = null;
    }

    /** The id. */
    public ClinicId id() {
        return new ClinicId(id);
    }

    /** The profile. */
    public Profile profile() {
        return new Profile(
                name,
                licenseNumber,
                address,
                phone,
                email,
                timeZone,
                operatingHours,
                services(servicesOffered),
                grantHours);
    }

    /** The entries of the stored list. */
    public static List<String> services(String stored) {
        return stored == null || stored.isBlank()
                ? List.of()
                : stored.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Whether it opens anything. */
    public boolean active() {
        return active;
    }

    /** Whether its licence has been checked. */
    public boolean verified() {
        return verified;
    }

    /** When its licence was checked; null while nobody vouches for it. */
    public Instant verifiedAt() {
        return verifiedAt;
    }

    /** For the next change. */
    public long version() {
        return version;
    }
}

package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
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

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** For JPA. */
    protected Clinic() {}

    /**
     * What a clinic's administrator says about it.
     *
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
            String servicesOffered,
            int grantHours) {}

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
    public void change(long based, Profile profile) {
        if (based != version) {
            throw Refusal.stale();
        }
        describe(profile);
    }

    private void describe(Profile profile) {
        name = Objects.requireNonNull(profile.name(), "name");
        licenseNumber = Objects.requireNonNull(profile.licenseNumber(), "licenseNumber");
        address = profile.address();
        phone = profile.phone();
        email = profile.email();
        timeZone = Objects.requireNonNull(profile.timeZone(), "timeZone");
        operatingHours = profile.operatingHours();
        servicesOffered = profile.servicesOffered();
        grantHours = profile.grantHours();
    }

    /** The id. */
    public ClinicId id() {
        return new ClinicId(id);
    }

    /** The profile. */
    public Profile profile() {
        return new Profile(
                name, licenseNumber, address, phone, email, timeZone, operatingHours, servicesOffered, grantHours);
    }

    /** Whether it opens anything. */
    public boolean active() {
        return active;
    }

    /** Whether its licence has been checked. */
    public boolean verified() {
        return verified;
    }

    /** For the next change. */
    public long version() {
        return version;
    }
}

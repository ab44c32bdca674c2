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

/** A pharmacy of the shared directory (MediKeep's pharmacies), kept by administrators. One that closes leaves the lists and stays on old records. */
@Entity
@Table(schema = "access", name = "pharmacy")
public class Pharmacy {
    @Id
    private UUID id;

    private String name;
    private String brand;

    @Column(name = "street_address")
    private String streetAddress;

    private String city;
    private String state;

    @Column(name = "zip_code")
    private String zipCode;

    private String country;

    @Column(name = "store_number")
    private String storeNumber;

    @Column(name = "phone_number")
    private String phoneNumber;

    @Column(name = "fax_number")
    private String faxNumber;

    private String email;
    private String website;
    private String hours;

    @Column(name = "drive_through")
    private boolean driveThrough;

    @Column(name = "twenty_four_hour")
    private boolean twentyFourHour;

    @Column(name = "specialty_services")
    private String specialtyServices;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private UUID updatedBy;

    @Version
    private long version;

    /** For JPA. */
    protected Pharmacy() {}

    /** Where it is. */
    public record Place(String streetAddress, String city, String state, String zipCode, String country) {}

    /** How it is reached. */
    public record Contact(String phoneNumber, String faxNumber, String email, String website) {}

    /** When it is open and what it offers. */
    public record Offer(String hours, boolean driveThrough, boolean twentyFourHour, String specialtyServices) {}

    /** What the directory says of it. */
    public record Entry(
            String name, String brand, String storeNumber, Place place, Contact contact, Offer offer, boolean active) {}

    /** Enters a pharmacy. */
    public static Pharmacy enter(Entry entry, AccountId by, Instant at) {
        Pharmacy made = new Pharmacy();
        made.id = PharmacyId.next().value();
        made.createdAt = Objects.requireNonNull(at, "at");
        made.createdBy = by.value();
        made.write(entry, by, at);
        return made;
    }

    /**
     * Changes the entry.
     *
     * @param based the version that the change is based on
     * @throws Refusal stale when it is not the current one
     */
    public void change(long based, Entry entry, AccountId by, Instant at) {
        if (based != version) {
            throw Refusal.stale();
        }
        write(entry, by, at);
    }

    private void write(Entry entry, AccountId by, Instant at) {
        name = Objects.requireNonNull(entry.name(), "name");
        brand = entry.brand();
        storeNumber = entry.storeNumber();
        streetAddress = entry.place().streetAddress();
        city = entry.place().city();
        state = entry.place().state();
        zipCode = entry.place().zipCode();
        country = entry.place().country();
        phoneNumber = entry.contact().phoneNumber();
        faxNumber = entry.contact().faxNumber();
        email = entry.contact().email();
        website = entry.contact().website();
        hours = entry.offer().hours();
        driveThrough = entry.offer().driveThrough();
        twentyFourHour = entry.offer().twentyFourHour();
        specialtyServices = entry.offer().specialtyServices();
        active = entry.active();
        updatedAt = Objects.requireNonNull(at, "at");
        updatedBy = by.value();
    }

    /** The id. */
    public PharmacyId id() {
        return new PharmacyId(id);
    }
}

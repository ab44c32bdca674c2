package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who gives care, as records name them: a doctor who works here (veterinary seed, doctor_profiles), or an entry of the
 * shared directory (MediKeep's practitioners), typed in or brought by an import. A doctor keeps the own profile; whoever runs
 * the installation vouches for the licence, until its number changes. Entries of the directory are kept by administrators; two
 * that mean the same person are merged, and the one that goes stays for the records that name it.
 */
@Entity
@Table(schema = "access", name = "practitioner")
public class Practitioner {
    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    private String name;

    @Column(name = "license_number")
    private String licenseNumber;

    private String specialization;

    @Column(name = "years_of_experience")
    private Integer yearsOfExperience;

    private String qualifications;
    private String bio;
    private String practice;

    @Column(name = "phone_number")
    private String phoneNumber;

    private String website;
    private BigDecimal rating;
    private boolean verified;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "verified_by")
    private UUID verifiedBy;

    private boolean active;

    @Column(name = "merged_into")
    private UUID mergedInto;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private UUID updatedBy;

    @Version
    private long version;

    /** For JPA. */
    protected Practitioner() {}

    /** What a doctor says of the own work. */
    public record Profile(
            String licenseNumber,
            String specialization,
            Integer yearsOfExperience,
            String qualifications,
            String bio,
            boolean active) {}

    /** What the directory says of somebody. */
    public record Entry(
            String name,
            String specialty,
            String practice,
            String phoneNumber,
            String website,
            BigDecimal rating,
            boolean active) {}

    /** Enters somebody into the directory. */
    public static Practitioner enter(Entry entry, AccountId by, Instant at) {
        Practitioner made = new Practitioner();
        made.id = PractitionerId.next().value();
        made.createdAt = Objects.requireNonNull(at, "at");
        made.write(entry, by, at);
        return made;
    }

    /**
     * A doctor changes the own profile. A new licence number is one that nobody has checked.
     *
     * @param based the version that the change is based on
     * @throws Refusal stale when it is not the current one
     */
    public void describe(long based, Profile profile, AccountId by, Instant at) {
        mustBe(based);
        if (!profile.licenseNumber().equals(licenseNumber)) {
            withdrawVerification();
        }
        licenseNumber = profile.licenseNumber();
        specialization = profile.specialization();
        yearsOfExperience = profile.yearsOfExperience();
        qualifications = profile.qualifications();
        bio = profile.bio();
        active = profile.active();
        updatedAt = at;
        updatedBy = by.value();
    }

    /**
     * Changes an entry of the directory.
     *
     * @throws Refusal stale; or a conflict when it belongs to a doctor with an account, who keeps it alone, or was merged
     */
    public void change(long based, Entry entry, AccountId by, Instant at) {
        mustBe(based);
        if (accountId != null) {
            throw Refusal.conflict("practitioner/has-account", "This doctor keeps the own profile.");
        }
        mustStandAlone();
        write(entry, by, at);
    }

    private void write(Entry entry, AccountId by, Instant at) {
        name = Objects.requireNonNull(entry.name(), "name");
        specialization = entry.specialty();
        practice = entry.practice();
        phoneNumber = entry.phoneNumber();
        website = entry.website();
        rating = entry.rating();
        active = entry.active();
        updatedAt = Objects.requireNonNull(at, "at");
        updatedBy = by.value();
    }

    /**
     * Somebody who runs the installation has checked the licence.
     *
     * @param based the version that was looked at: a licence that changed meanwhile is not the one that was checked
     * @throws Refusal stale; or a conflict when there is no licence to check
     */
    public void verify(long based, AccountId by, Instant at) {
        mustBe(based);
        if (licenseNumber == null) {
            throw Refusal.conflict("doctor/no-license", "There is no licence number to vouch for.");
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
     * Takes in another entry that means the same person: what this one leaves open is filled from there.
     *
     * @throws Refusal when the two are one, either was merged before, or the other is a doctor with an account
     */
    public void takeIn(Practitioner duplicate, AccountId by, Instant at) {
        if (duplicate.id.equals(id)) {
            throw Refusal.invalid("duplicateId", "same", "An entry cannot be merged into itself.");
        }
        if (duplicate.accountId != null) {
            throw Refusal.conflict(
                    "practitioner/has-account",
                    "A doctor with an account is the entry to keep, not the one that goes.");
        }
        mustStandAlone();
        duplicate.mustStandAlone();
        if (accountId == null) {
            specialization = specialization == null ? duplicate.specialization : specialization;
            practice = practice == null ? duplicate.practice : practice;
            phoneNumber = phoneNumber == null ? duplicate.phoneNumber : phoneNumber;
            website = website == null ? duplicate.website : website;
            rating = rating == null ? duplicate.rating : rating;
        }
        updatedAt = at;
        updatedBy = by.value();
        duplicate.mergedInto = id;
        duplicate.active = false;
        duplicate.updatedAt = at;
        duplicate.updatedBy = by.value();
    }

    private void mustStandAlone() {
        if (mergedInto != null) {
            throw Refusal.conflict("practitioner/merged", "This entry was merged into another one.");
        }
    }

    private void mustBe(long based) {
        if (based != version) {
            throw Refusal.stale();
        }
    }

    /** The id. */
    public PractitionerId id() {
        return new PractitionerId(id);
    }
}

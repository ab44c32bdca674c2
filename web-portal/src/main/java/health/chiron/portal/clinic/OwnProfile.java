package health.chiron.portal.clinic;

import health.chiron.access.api.DoctorData;
import health.chiron.access.api.DoctorProfile;
import health.chiron.access.api.Doctors;
import health.chiron.access.api.ListedPerson;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A doctor's own public profile. In view scope, because the text must outlive a refusal and the version it is based on. */
@Named("ownProfile")
@ViewScoped
public class OwnProfile implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Doctors door;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private long version;
    private boolean verified;
    private String licenseNumber;
    private String specialization;
    private Integer yearsOfExperience;
    private String qualifications;
    private String bio;
    private boolean active;

    /** Loads the profile. */
    public void load() {
        DoctorProfile profile = door.get(own());
        version = profile.version();
        verified = profile.verified();
        licenseNumber = profile.licenseNumber();
        specialization = profile.specialization();
        yearsOfExperience = profile.yearsOfExperience();
        qualifications = profile.qualifications();
        bio = profile.bio();
        active = profile.active();
    }

    /** Saves the profile. */
    public String save() {
        return attempt.to(() -> {
            try {
                door.change(
                        own(),
                        version,
                        new DoctorData(licenseNumber, specialization, yearsOfExperience, qualifications, bio, active));
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.STALE) {
                    version = door.get(own()).version();
                }
                throw refusal;
            }
            notices.carry("ok", "profile.saved");
            return "/profile?faces-redirect=true";
        });
    }

    private ListedPerson own() {
        return new ListedPerson(me.getAccount().id());
    }

    /** Whether somebody vouches for the licence. */
    public boolean isVerified() {
        return verified;
    }

    /** The licence. */
    public String getLicenseNumber() {
        return licenseNumber;
    }

    /** Sets it. */
    public void setLicenseNumber(String licenseNumber) {
        this.licenseNumber = licenseNumber;
    }

    /** The field. */
    public String getSpecialization() {
        return specialization;
    }

    /** Sets it. */
    public void setSpecialization(String specialization) {
        this.specialization = specialization;
    }

    /** How long in the profession. */
    public Integer getYearsOfExperience() {
        return yearsOfExperience;
    }

    /** Sets it. */
    public void setYearsOfExperience(Integer yearsOfExperience) {
        this.yearsOfExperience = yearsOfExperience;
    }

    /** Degrees and boards. */
    public String getQualifications() {
        return qualifications;
    }

    /** Sets it. */
    public void setQualifications(String qualifications) {
        this.qualifications = qualifications;
    }

    /** In own words. */
    public String getBio() {
        return bio;
    }

    /** Sets it. */
    public void setBio(String bio) {
        this.bio = bio;
    }

    /** Whether the doctor may be chosen for new requests. */
    public boolean isActive() {
        return active;
    }

    /** Sets it. */
    public void setActive(boolean active) {
        this.active = active;
    }
}

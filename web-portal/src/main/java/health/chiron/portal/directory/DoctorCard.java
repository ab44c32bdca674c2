package health.chiron.portal.directory;

import health.chiron.access.api.DoctorProfile;
import health.chiron.access.api.Doctors;
import health.chiron.access.api.ListedPerson;
import health.chiron.access.api.ManagedAccount;
import health.chiron.domain.access.AccountId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A doctor's public profile; whoever runs the installation vouches for the licence here. In view scope, for the version that was looked at. */
@Named("doctorCard")
@ViewScoped
public class DoctorCard implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Doctors door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private UUID doctor;
    private Shown shown;

    /**
     * What the page shows.
     *
     * @param clinics the names of where the doctor works
     */
    public record Shown(
            String name,
            String licenseNumber,
            String specialization,
            Integer years,
            String qualifications,
            String bio,
            boolean verified,
            Instant verifiedAt,
            boolean active,
            List<String> clinics,
            long version)
            implements Serializable {}

    /** Loads the profile. */
    public void load() {
        DoctorProfile profile = door.get(new ListedPerson(Addressed.id(id, AccountId::of)));
        doctor = profile.id().value();
        shown = new Shown(
                profile.fullName(),
                profile.licenseNumber(),
                profile.specialization(),
                profile.yearsOfExperience(),
                profile.qualifications(),
                profile.bio(),
                profile.verified(),
                profile.verifiedAt(),
                profile.active(),
                profile.clinics().stream()
                        .map(ManagedAccount.Workplace::clinicName)
                        .toList(),
                profile.version());
    }

    /** Vouches for the licence that is shown. */
    public String verify() {
        return attempt.to(() -> {
            door.verify(new ListedPerson(new AccountId(doctor)), shown.version());
            notices.carry("ok", "doctor.verified");
            return here();
        });
    }

    /** Takes the verification away. */
    public String withdraw() {
        return attempt.to(() -> {
            door.withdrawVerification(new ListedPerson(new AccountId(doctor)));
            notices.carry("ok", "doctor.withdrawn");
            return here();
        });
    }

    private String here() {
        return "/doctor?faces-redirect=true&id=" + doctor;
    }

    /** What the page shows. */
    public Shown getShown() {
        return shown;
    }

    /** The doctor as the address says it. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }
}

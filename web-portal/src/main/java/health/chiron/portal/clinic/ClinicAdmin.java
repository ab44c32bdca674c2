package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.domain.access.ClinicId;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A clinic as whoever runs the installation sees it: licence, and whether it is open. In view scope, for the version that was looked at. */
@Named("clinicAdmin")
@ViewScoped
public class ClinicAdmin implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Clinics door;

    @Inject
    private ClinicAddress address;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID clinic;
    private Shown shown;

    /** What the page shows. */
    public record Shown(
            String name,
            String licenseNumber,
            String address,
            String phone,
            String email,
            String timeZone,
            List<String> services,
            boolean active,
            boolean verified,
            Instant verifiedAt,
            long version)
            implements Serializable {}

    /** Loads the clinic. */
    public void load() {
        show(door.get(address.id()));
    }

    private void show(ClinicView view) {
        clinic = view.id().value();
        var profile = view.profile();
        shown = new Shown(
                profile.clinicName(),
                profile.licenseNumber(),
                profile.address(),
                profile.phone(),
                profile.email(),
                profile.timeZone(),
                profile.servicesOffered(),
                view.active(),
                view.verified(),
                view.verifiedAt(),
                view.version());
    }

    /** Vouches for the licence that is shown. */
    public String verify() {
        return attempt.to(() -> {
            door.verify(new ClinicId(clinic), shown.version());
            return done("clinicAdmin.verified");
        });
    }

    /** Takes the verification away. */
    public String withdraw() {
        return attempt.to(() -> {
            door.withdrawVerification(new ClinicId(clinic));
            return done("clinicAdmin.withdrawn");
        });
    }

    /** Closes the clinic. */
    public String deactivate() {
        return attempt.to(() -> {
            door.deactivate(new ClinicId(clinic));
            return done("clinicAdmin.closed");
        });
    }

    /** Opens it again. */
    public String activate() {
        return attempt.to(() -> {
            door.activate(new ClinicId(clinic));
            return done("clinicAdmin.opened");
        });
    }

    private String done(String notice) {
        notices.carry("ok", notice);
        return "/clinic-admin?faces-redirect=true&clinic=" + clinic;
    }

    /** The clinic. */
    public UUID getClinic() {
        return clinic;
    }

    /** What the page shows. */
    public Shown getShown() {
        return shown;
    }
}

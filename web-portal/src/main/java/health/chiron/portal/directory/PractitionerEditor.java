package health.chiron.portal.directory;

import health.chiron.access.api.PractitionerData;
import health.chiron.access.api.PractitionerView;
import health.chiron.access.api.Practitioners;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** An entry of the directory of practitioners, new or known. In view scope, because the text must outlive a refusal and the version it is based on. */
@Named("practitioner")
@ViewScoped
public class PractitionerEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Practitioners door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private UUID known;
    private long version;
    private boolean doctor;
    private boolean imported;
    private String name;
    private String specialty;
    private String practice;
    private String phoneNumber;
    private String website;
    private BigDecimal rating;
    private boolean active = true;
    private String duplicate;

    /** Loads the entry, when the address names one. */
    public void load() {
        if (id != null) {
            show(door.get(Addressed.id(id, PractitionerId::of)));
        }
    }

    private void show(PractitionerView view) {
        known = view.id().value();
        version = view.version();
        doctor = view.doctorId() != null;
        imported = view.imported();
        name = view.name();
        specialty = view.specialty();
        practice = view.practice();
        phoneNumber = view.phoneNumber();
        website = view.website();
        rating = view.rating();
        active = view.active();
    }

    /** Keeps what was typed. */
    public String save() {
        return attempt.to(() -> {
            PractitionerData data =
                    new PractitionerData(name, specialty, practice, phoneNumber, website, rating, active);
            if (known == null) {
                known = door.add(data).id().value();
            } else {
                change(data);
            }
            notices.carry("ok", "practitioner.saved");
            return here();
        });
    }

    private void change(PractitionerData data) {
        try {
            door.change(new PractitionerId(known), version, data);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                version = door.get(new PractitionerId(known)).version();
            }
            throw refusal;
        }
    }

    /** Merges another entry into this one. */
    public String merge() {
        return attempt.to(() -> {
            door.merge(new PractitionerId(known), duplicateId());
            notices.carry("ok", "practitioner.merged");
            return here();
        });
    }

    private PractitionerId duplicateId() {
        try {
            return PractitionerId.of(duplicate.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("duplicateId", "format", "This is not the id of an entry.");
        }
    }

    private String here() {
        return "/practitioner?faces-redirect=true&id=" + known;
    }

    /** The entry's id; null for a new one. */
    public UUID getKnown() {
        return known;
    }

    /** Whether it belongs to a doctor with an account, who keeps it alone. */
    public boolean isDoctor() {
        return doctor;
    }

    /** Whether an import brought it. */
    public boolean isImported() {
        return imported;
    }

    /** Whether it is offered for choice. */
    public boolean isActive() {
        return active;
    }

    /** Sets it. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** The entry as the address says it; null for a new one. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** The field. */
    public String getSpecialty() {
        return specialty;
    }

    /** Sets it. */
    public void setSpecialty(String specialty) {
        this.specialty = specialty;
    }

    /** Where. */
    public String getPractice() {
        return practice;
    }

    /** Sets it. */
    public void setPractice(String practice) {
        this.practice = practice;
    }

    /** The telephone. */
    public String getPhoneNumber() {
        return phoneNumber;
    }

    /** Sets it. */
    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    /** The web address. */
    public String getWebsite() {
        return website;
    }

    /** Sets it. */
    public void setWebsite(String website) {
        this.website = website;
    }

    /** 0.0 to 5.0. */
    public BigDecimal getRating() {
        return rating;
    }

    /** Sets it. */
    public void setRating(BigDecimal rating) {
        this.rating = rating;
    }

    /** The id of the entry that goes. */
    public String getDuplicate() {
        return duplicate;
    }

    /** Sets it. */
    public void setDuplicate(String duplicate) {
        this.duplicate = duplicate;
    }
}

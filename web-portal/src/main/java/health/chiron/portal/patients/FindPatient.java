package health.chiron.portal.patients;

import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.ContactAsTyped;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.PatientLookup;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Finds a patient whom the clinic does not reach yet, by facts that the person at the desk must know. */
@Named("find")
@RequestScoped
public class FindPatient {
    private Patients door;
    private Attempt attempt;

    private String microchip;
    private String ownerContact;
    private String name;
    private List<PatientIdentity> matches;

    /** For the container. */
    protected FindPatient() {}

    /**
     * @param door the patients
     * @param attempt shows refusals
     */
    @Inject
    public FindPatient(Patients door, Attempt attempt) {
        this.door = door;
        this.attempt = attempt;
    }

    /** Looks for the chip. */
    public String byMicrochip() {
        return attempt.to(() -> {
            if (microchip == null) {
                throw Refusal.invalid("microchip", "required", "Enter the microchip.");
            }
            String chip = microchip.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            matches = door.lookUp(new PatientLookup(chip, null, null)).matches();
            return null;
        });
    }

    /** Looks for the owner's contact and the patient's name. */
    public String byOwner() {
        return attempt.to(() -> {
            matches = door.lookUp(new PatientLookup(null, ContactAsTyped.plain(ownerContact), name))
                    .matches();
            return null;
        });
    }

    /** What was found; null before the first search. */
    public List<PatientIdentity> getMatches() {
        return matches;
    }

    /** Whether a search has been answered. */
    public boolean isAnswered() {
        return matches != null;
    }

    /** The chip. */
    public String getMicrochip() {
        return microchip;
    }

    /** Sets it. */
    public void setMicrochip(String microchip) {
        this.microchip = microchip;
    }

    /** The owner's mail address or telephone number. */
    public String getOwnerContact() {
        return ownerContact;
    }

    /** Sets it. */
    public void setOwnerContact(String ownerContact) {
        this.ownerContact = ownerContact;
    }

    /** The patient's name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }
}

package health.chiron.portal.access;

import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.ListedClinic;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Addressed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * Finds a clinic of one's choice in the directory, and shows the one in the address. In view scope, because the choice of doctors
 * must be the same when the form comes back.
 */
@Named("chooseClinic")
@ViewScoped
public class ChooseClinic implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    @Inject
    private ClinicDirectory directory;

    private String text;
    private String clinic;
    private List<Card> found = List.of();
    private Card card;

    /** A clinic to choose. */
    public record Card(String id, String name, String address, boolean verified, List<Doctor> doctors)
            implements Serializable {
        static Card of(ClinicCard clinic) {
            return new Card(
                    clinic.id().toString(),
                    clinic.clinicName(),
                    clinic.address(),
                    clinic.verified(),
                    clinic.doctors().stream()
                            .map(one -> new Doctor(one.id().toString(), one.fullName()))
                            .toList());
        }
    }

    /** One of its doctors. */
    public record Doctor(String id, String name) implements Serializable {}

    /**
     * Loads the clinic of the address, or those that the text finds.
     *
     * @param verifiedOnly whether the licence has to be checked
     */
    public void load(boolean verifiedOnly) {
        if (clinic != null && !clinic.isBlank()) {
            card = Card.of(directory.card(new ListedClinic(id())));
        } else if (isSearched()) {
            found =
                    directory
                            .search(text, null, verifiedOnly ? Boolean.TRUE : null, PageRequest.first(SHOWN))
                            .items()
                            .stream()
                            .map(Card::of)
                            .toList();
        }
    }

    /** The clinic in the address; refused when it names none. */
    public ClinicId id() {
        return Addressed.id(clinic, ClinicId::of);
    }

    /** What was looked for. */
    public String getText() {
        return text;
    }

    /** Sets it. */
    public void setText(String text) {
        this.text = text;
    }

    /** The clinic of the address. */
    public String getClinic() {
        return clinic;
    }

    /** Sets it. */
    public void setClinic(String clinic) {
        this.clinic = clinic;
    }

    /** Those that the text finds. */
    public List<Card> getFound() {
        return found;
    }

    /** Whether something was looked for. */
    public boolean isSearched() {
        return text != null && !text.isBlank();
    }

    /** The chosen one; null before. */
    public Card getCard() {
        return card;
    }
}

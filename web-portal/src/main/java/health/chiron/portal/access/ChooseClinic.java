package health.chiron.portal.access;

import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.ListedClinic;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Addressed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Finds a clinic of one's choice in the directory, and shows the one in the address. */
@Named("chooseClinic")
@RequestScoped
public class ChooseClinic {
    private static final int SHOWN = 20;
    private ClinicDirectory directory;
    private String text;
    private String clinic;
    private List<ClinicCard> found = List.of();
    private ClinicCard card;

    /** For the container. */
    protected ChooseClinic() {}

    /** @param directory the clinics that may be chosen */
    @Inject
    public ChooseClinic(ClinicDirectory directory) {
        this.directory = directory;
    }

    /**
     * Loads the clinic of the address, or those that the text finds.
     *
     * @param verifiedOnly whether the licence has to be checked
     */
    public void load(boolean verifiedOnly) {
        if (clinic != null && !clinic.isBlank()) {
            card = directory.card(new ListedClinic(id()));
        } else if (text != null && !text.isBlank()) {
            found = directory
                    .search(text, verifiedOnly ? Boolean.TRUE : null, PageRequest.first(SHOWN))
                    .items();
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
    public List<ClinicCard> getFound() {
        return found;
    }

    /** Whether something was looked for. */
    public boolean isSearched() {
        return text != null && !text.isBlank();
    }

    /** The chosen one; null before. */
    public ClinicCard getCard() {
        return card;
    }
}

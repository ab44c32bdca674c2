package health.chiron.portal.directory;

import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.ListedClinic;
import health.chiron.access.api.OpeningInterval;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Weekday;
import health.chiron.portal.page.Addressed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What everybody may know of a clinic. */
@Named("clinicCard")
@RequestScoped
public class ClinicCardPage {
    private ClinicDirectory door;
    private String id;
    private ClinicCard card;

    /** For the container. */
    protected ClinicCardPage() {}

    /** @param door the clinics to choose from */
    @Inject
    public ClinicCardPage(ClinicDirectory door) {
        this.door = door;
    }

    /**
     * A day's opening hours.
     *
     * @param text empty when closed
     */
    public record Day(Weekday day, String text) {}

    /** Loads the card. */
    public void load() {
        card = door.card(new ListedClinic(Addressed.id(id, ClinicId::of)));
    }

    /** The card. */
    public ClinicCard getCard() {
        return card;
    }

    /** The week, when there are hours at all. */
    public List<Day> getWeek() {
        return card.openingHours().isEmpty()
                ? List.of()
                : Arrays.stream(Weekday.values())
                        .map(day -> new Day(day, text(day)))
                        .toList();
    }

    private String text(Weekday day) {
        return card.openingHours().stream()
                .filter(each -> each.day() == day)
                .map(ClinicCardPage::interval)
                .collect(Collectors.joining(", "));
    }

    private static String interval(OpeningInterval each) {
        return each.opens() + "\u2013" + each.closes();
    }

    /** The clinic as the address says it. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }
}

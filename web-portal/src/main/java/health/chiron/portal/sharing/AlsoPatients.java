package health.chiron.portal.sharing;

import health.chiron.access.api.Limits;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.chart.PatientHead;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The other patients that the reader may offer in the same breath. In view scope: they are asked for once, not at every preview, since
 * each of them is noted in the log.
 */
@Named("alsoPatients")
@ViewScoped
public class AlsoPatients implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> GIVERS = Set.of("OWNER", "SHARE_FULL");

    @Inject
    private Patients door;

    @Inject
    private PatientHead head;

    private final ArrayList<Choice> choices = new ArrayList<>();

    /**
     * A patient to choose.
     *
     * @param id the patient
     * @param name its name
     */
    public record Choice(String id, String name) implements Serializable {}

    /** Loads the patients that are the reader's, or fully shared with the reader; as many as can be offered at once. */
    public void load() {
        PatientId here = head.id();
        door
                .list(new PatientQuery(null, null, null), PageRequest.first(Limits.SHARED_AT_ONCE_MOST))
                .page()
                .items()
                .stream()
                .filter(entry -> GIVERS.contains(entry.relationship()))
                .map(PatientPage.Entry::identity)
                .filter(patient -> !patient.id().equals(here))
                .forEach(patient -> choices.add(new Choice(patient.id().toString(), patient.name())));
    }

    /** The patients to choose from, by name. */
    public List<Choice> getChoices() {
        return choices;
    }

    /** The name of one of them; empty for others. */
    String name(UUID id) {
        return choices.stream()
                .filter(each -> each.id().equals(id.toString()))
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }
}

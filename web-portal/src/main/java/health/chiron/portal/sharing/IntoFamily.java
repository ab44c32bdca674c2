package health.chiron.portal.sharing;

import health.chiron.access.api.BringIntoFamily;
import health.chiron.access.api.Families;
import health.chiron.access.api.FamilyPatientView;
import health.chiron.access.api.FamilyView;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.RelationshipToFamily;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
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
import java.util.stream.Collectors;

/** Brings a patient into a family. In view scope: the patients are asked for once, since each of them is noted in the log. */
@Named
@ViewScoped
public class IntoFamily implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Families door;

    @Inject
    private Patients patients;

    @Inject
    private Attempt attempt;

    private final ArrayList<AlsoPatients.Choice> choices = new ArrayList<>();
    private String family;
    private String title;
    private String patient;
    private RelationshipToFamily relationship;
    private String label;

    /** Loads the family, refused for who is not in it, and the own patients that it does not hold. */
    public void load() {
        FamilyView found = door.get(id());
        title = found.name();
        Set<PatientId> there = found.familyPatients().stream()
                .map(FamilyPatientView::patients)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        patients.list(new PatientQuery(null, null, null), PageRequest.first(PageRequest.MOST)).page().items().stream()
                .filter(entry -> "OWNER".equals(entry.relationship()))
                .map(PatientPage.Entry::identity)
                .filter(each -> !there.contains(each.id()))
                .forEach(each -> choices.add(new AlsoPatients.Choice(each.id().toString(), each.name())));
    }

    /** Brings the patient in. */
    public String bringIn() {
        return attempt.to(() -> {
            door.bringIn(id(), Addressed.id(patient, PatientId::of), new BringIntoFamily(relationship, label));
            attempt.tell("ok", "household.broughtIn");
            return Household.page(family);
        });
    }

    private FamilyId id() {
        return Addressed.id(family, FamilyId::of);
    }

    /** The own patients that the family does not hold. */
    public List<AlsoPatients.Choice> getChoices() {
        return choices;
    }

    /** How patients belong to families. */
    public RelationshipToFamily[] getRelationships() {
        return RelationshipToFamily.values();
    }

    /** What the family is called. */
    public String getTitle() {
        return title;
    }

    /** The family in the address. */
    public String getFamily() {
        return family;
    }

    /** Sets it. */
    public void setFamily(String family) {
        this.family = family;
    }

    /** Whom. */
    public String getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(String patient) {
        this.patient = patient;
    }

    /** As what. */
    public RelationshipToFamily getRelationship() {
        return relationship;
    }

    /** Sets it. */
    public void setRelationship(RelationshipToFamily relationship) {
        this.relationship = relationship;
    }

    /** What everybody in the family reads. */
    public String getLabel() {
        return label;
    }

    /** Sets it. */
    public void setLabel(String label) {
        this.label = label;
    }
}

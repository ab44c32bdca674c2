package health.chiron.portal.family;

import health.chiron.domain.records.FamilyRelation;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What runs in a patient's family, page by page, and entering a relative. */
@Named("family")
@RequestScoped
public class FamilyPage {
    private FamilyHistory door;
    private PatientHead head;
    private Attempt attempt;
    private Notices notices;

    private Integer number;
    private List<RelativeRow> rows = List.of();
    private Paging paging;
    private String name;
    private FamilyRelation relationship;
    private Integer birthYear;
    private Integer deathYear;
    private String notes;

    /** For the container. */
    protected FamilyPage() {}

    /**
     * @param door the relatives
     * @param head the patient
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public FamilyPage(FamilyHistory door, PatientHead head, Attempt attempt, Notices notices) {
        this.door = door;
        this.head = head;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads head and page, at posts too. */
    public void load() {
        head.load();
        var page = door.members(head.id(), Paging.request(number, Paging.USUAL));
        rows = page.items().stream().map(RelativeRow::of).toList();
        paging = Paging.of(page);
    }

    /** Enters a relative. */
    public String add() {
        return attempt.to(() -> {
            var made = door.add(
                    head.id(),
                    new FamilyMemberData(
                            null,
                            name,
                            relationship,
                            null,
                            birthYear,
                            deathYear,
                            deathYear != null,
                            notes == null || notes.isBlank() ? null : notes));
            notices.carry("ok", "family.added");
            return "/relative?faces-redirect=true&id=" + made.id();
        });
    }

    /** The page's relatives. */
    public List<RelativeRow> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** The relations. */
    public FamilyRelation[] getRelations() {
        return FamilyRelation.values();
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** Whose relative. */
    public FamilyRelation getRelationship() {
        return relationship;
    }

    /** Sets it. */
    public void setRelationship(FamilyRelation relationship) {
        this.relationship = relationship;
    }

    /** Born in. */
    public Integer getBirthYear() {
        return birthYear;
    }

    /** Sets it. */
    public void setBirthYear(Integer birthYear) {
        this.birthYear = birthYear;
    }

    /** Died in. */
    public Integer getDeathYear() {
        return deathYear;
    }

    /** Sets it. */
    public void setDeathYear(Integer deathYear) {
        this.deathYear = deathYear;
    }

    /** What else is known. */
    public String getNotes() {
        return notes;
    }

    /** Sets it. */
    public void setNotes(String notes) {
        this.notes = notes;
    }
}

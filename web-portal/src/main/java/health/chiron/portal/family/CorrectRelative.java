package health.chiron.portal.family;

import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.FamilyRelation;
import health.chiron.domain.records.Sex;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.OnlyFor;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberData;
import health.chiron.records.api.FamilyMemberView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Corrects a relative. In view scope: the correction is based on what was on the page. */
@Named("correctRelative")
@ViewScoped
public class CorrectRelative implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FamilyHistory door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private long version;
    private String name;
    private FamilyRelation relationship;
    private Sex gender;
    private Integer birthYear;
    private Integer deathYear;
    private boolean deceased;
    private String notes;

    /** Loads the relative; refused to whoever may not correct it. */
    public void load() {
        FamilyMemberView found = door.get(member());
        if (!found.mayChange()) {
            throw OnlyFor.notOpen();
        }
        version = found.version();
        name = found.name();
        relationship = found.relationship();
        gender = found.gender();
        birthYear = found.birthYear();
        deathYear = found.deathYear();
        deceased = found.deceased();
        notes = found.notes();
    }

    /** Corrects. */
    public String save() {
        return attempt.to(() -> {
            door.correct(
                    member(),
                    version,
                    new FamilyMemberData(
                            null,
                            name,
                            relationship,
                            gender,
                            birthYear,
                            deathYear,
                            deceased || deathYear != null,
                            notes == null || notes.isBlank() ? null : notes));
            notices.carry("ok", "family.corrected");
            return "/relative?faces-redirect=true&id=" + id;
        });
    }

    private FamilyMemberId member() {
        return Addressed.id(id, FamilyMemberId::of);
    }

    /** The relations. */
    public FamilyRelation[] getRelations() {
        return FamilyRelation.values();
    }

    /** The sexes. */
    public Sex[] getSexes() {
        return Sex.values();
    }

    /** The relative in the address. */
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

    /** Whose relative. */
    public FamilyRelation getRelationship() {
        return relationship;
    }

    /** Sets it. */
    public void setRelationship(FamilyRelation relationship) {
        this.relationship = relationship;
    }

    /** The sex; null where it is not known. */
    public Sex getGender() {
        return gender;
    }

    /** Sets it. */
    public void setGender(Sex gender) {
        this.gender = gender;
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

    /** Whether the relative has died, in whatever year. */
    public boolean isDeceased() {
        return deceased;
    }

    /** Sets it. */
    public void setDeceased(boolean deceased) {
        this.deceased = deceased;
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

package health.chiron.portal.family;

import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.Severity;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.OnlyFor;
import health.chiron.records.api.FamilyConditionData;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Corrects an illness of a relative. In view scope: the correction is based on what was on the page. */
@Named("correctIllness")
@ViewScoped
public class CorrectIllness implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FamilyHistory door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private String illness;
    private long version;
    private String relative;
    private String conditionName;
    private FamilyConditionType conditionType;
    private Integer diagnosisAge;
    private Severity severity;
    private FamilyConditionStatus status;
    private String icd10Code;
    private String notes;

    /** Loads the illness; refused to whoever may not correct it. */
    public void load() {
        FamilyMemberView found = door.get(member());
        if (!found.mayChange()) {
            throw OnlyFor.notOpen();
        }
        FamilyConditionId wanted = condition();
        FamilyMemberView.Illness one = found.conditions().stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        relative = found.name();
        version = one.version();
        conditionName = one.conditionName();
        conditionType = one.conditionType();
        diagnosisAge = one.diagnosisAge();
        severity = one.severity();
        status = one.status();
        icd10Code = one.icd10Code();
        notes = one.notes();
    }

    /** Corrects. */
    public String save() {
        return attempt.to(() -> {
            door.correctCondition(
                    member(),
                    condition(),
                    version,
                    new FamilyConditionData(
                            conditionName,
                            conditionType,
                            diagnosisAge,
                            severity,
                            status,
                            icd10Code == null || icd10Code.isBlank() ? null : icd10Code.strip(),
                            notes == null || notes.isBlank() ? null : notes));
            notices.carry("ok", "family.corrected");
            return "/relative?faces-redirect=true&id=" + id;
        });
    }

    private FamilyMemberId member() {
        return Addressed.id(id, FamilyMemberId::of);
    }

    private FamilyConditionId condition() {
        return Addressed.id(illness, FamilyConditionId::of);
    }

    /** Whose illness. */
    public String getRelative() {
        return relative;
    }

    /** The kinds of illness. */
    public FamilyConditionType[] getTypes() {
        return FamilyConditionType.values();
    }

    /** How bad it can be. */
    public Severity[] getSeverities() {
        return Severity.values();
    }

    /** Where it can stand. */
    public FamilyConditionStatus[] getStatuses() {
        return FamilyConditionStatus.values();
    }

    /** The relative in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The illness in the address. */
    public String getIllness() {
        return illness;
    }

    /** Sets it. */
    public void setIllness(String illness) {
        this.illness = illness;
    }

    /** The illness. */
    public String getConditionName() {
        return conditionName;
    }

    /** Sets it. */
    public void setConditionName(String conditionName) {
        this.conditionName = conditionName;
    }

    /** Its kind. */
    public FamilyConditionType getConditionType() {
        return conditionType;
    }

    /** Sets it. */
    public void setConditionType(FamilyConditionType conditionType) {
        this.conditionType = conditionType;
    }

    /** How old the relative was. */
    public Integer getDiagnosisAge() {
        return diagnosisAge;
    }

    /** Sets it. */
    public void setDiagnosisAge(Integer diagnosisAge) {
        this.diagnosisAge = diagnosisAge;
    }

    /** How bad. */
    public Severity getSeverity() {
        return severity;
    }

    /** Sets it. */
    public void setSeverity(Severity severity) {
        this.severity = severity;
    }

    /** Where it stands. */
    public FamilyConditionStatus getStatus() {
        return status;
    }

    /** Sets it. */
    public void setStatus(FamilyConditionStatus status) {
        this.status = status;
    }

    /** The code. */
    public String getIcd10Code() {
        return icd10Code;
    }

    /** Sets it. */
    public void setIcd10Code(String icd10Code) {
        this.icd10Code = icd10Code;
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

package health.chiron.portal.family;

import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.Severity;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.records.api.FamilyConditionData;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberView;
import health.chiron.records.api.VoidReason;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/**
 * One relative with the illnesses: also for somebody with whom this one is shared. In view scope, because illnesses carry buttons, and
 * what is declared void has to be what was on the page.
 */
@Named("relative")
@ViewScoped
public class RelativePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FamilyHistory door;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String id;
    private UUID patient;
    private RelativeRow row;
    private String conditionName;
    private FamilyConditionType conditionType;
    private Integer diagnosisAge;
    private Severity severity;
    private String icd10Code;
    private String reason;

    /** Loads the relative, at posts too: access that has ended ends the page. */
    public void load() {
        FamilyMemberView found = door.get(member());
        patient = found.patientId().value();
        row = RelativeRow.of(found);
    }

    private FamilyMemberId member() {
        return Addressed.id(id, FamilyMemberId::of);
    }

    /** Enters an illness. */
    public String add() {
        return attempt.to(() -> {
            String code = icd10Code == null || icd10Code.isBlank() ? null : icd10Code.strip();
            door.addCondition(
                    member(),
                    new FamilyConditionData(conditionName, conditionType, diagnosisAge, severity, null, code, null));
            return again("family.illnessAdded");
        });
    }

    /** Declares an illness void. */
    public String voidIllness(UUID illness) {
        return attempt.to(() -> {
            long version = row.illnesses().stream()
                    .filter(each -> each.id().equals(illness))
                    .mapToLong(IllnessRow::version)
                    .findFirst()
                    .orElse(0);
            door.voidCondition(member(), new FamilyConditionId(illness), version, new VoidReason("entered by mistake"));
            return again("family.voided");
        });
    }

    /** Declares the relative void, with the reason. */
    public String voidRelative() {
        return attempt.to(() -> {
            door.voidMember(member(), row.version(), new VoidReason(reason));
            notices.carry("ok", "family.voided");
            return "/family?faces-redirect=true&patient=" + patient;
        });
    }

    private String again(String said) {
        notices.carry("ok", said);
        return "/relative?faces-redirect=true&id=" + id;
    }

    /** The relative. */
    public RelativeRow getRow() {
        return row;
    }

    /** The patient. */
    public UUID getPatient() {
        return patient;
    }

    /** The kinds of illness. */
    public FamilyConditionType[] getTypes() {
        return FamilyConditionType.values();
    }

    /** How bad it can be. */
    public Severity[] getSeverities() {
        return Severity.values();
    }

    /** The relative in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
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

    /** The code. */
    public String getIcd10Code() {
        return icd10Code;
    }

    /** Sets it. */
    public void setIcd10Code(String icd10Code) {
        this.icd10Code = icd10Code;
    }

    /** Why the relative is void. */
    public String getReason() {
        return reason;
    }

    /** Sets it. */
    public void setReason(String reason) {
        this.reason = reason;
    }
}

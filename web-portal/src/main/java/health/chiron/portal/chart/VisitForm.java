package health.chiron.portal.chart;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.UnitSystem;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import health.chiron.records.api.Quantity;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VitalSigns;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The fields of the visit editor, as typed. */
public class VisitForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID clinic;
    private VisitType visitType = VisitType.ROUTINE_CHECKUP;
    private VisitPriority priority = VisitPriority.ROUTINE;
    private LocalDateTime visitDate;
    private Integer durationMinutes;
    private String place;
    private String reason;
    private String chiefComplaint;
    private String symptoms;
    private String diagnosis;
    private String treatmentPlan;
    private String clinicalNotes;
    private BigDecimal weight;
    private String weightUnit = "kg";
    private BigDecimal temperature;
    private String temperatureUnit = "Cel";
    private Integer heartRate;
    private Integer respiratoryRate;
    private Integer systolic;
    private Integer diastolic;
    private Integer oxygenSaturation;
    private boolean followUpRequired;
    private LocalDate followUpDate;
    private String followUpNotes;

    /** An empty form for a visit that begins now. */
    public static VisitForm empty(ClinicId clinic, Instant now, ZoneId zone) {
        VisitForm form = new VisitForm();
        form.clinic = clinic == null ? null : clinic.value();
        form.visitDate = LocalDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.MINUTES);
        return form;
    }

    /** Offers the writer's own units for what was not measured yet. */
    public void measureIn(UnitSystem units) {
        boolean metric = units == UnitSystem.METRIC;
        weightUnit = weight == null ? metric ? "kg" : "lb" : weightUnit;
        temperatureUnit = temperature == null ? metric ? "Cel" : "[degF]" : temperatureUnit;
    }

    /** The form of a draft. */
    public static VisitForm of(VisitContent content, ClinicId clinic, ZoneId zone) {
        VisitForm form = empty(clinic, content.visitDate(), zone);
        form.visitType = content.visitType();
        form.priority = content.priority() == null ? VisitPriority.ROUTINE : content.priority();
        form.durationMinutes = content.durationMinutes();
        form.place = content.place();
        form.reason = content.reason();
        form.chiefComplaint = content.chiefComplaint();
        form.symptoms = content.symptoms();
        form.diagnosis = content.diagnosis();
        form.treatmentPlan = content.treatmentPlan();
        form.clinicalNotes = content.clinicalNotes();
        if (content.weight() != null) {
            form.weight = content.weight().value();
            form.weightUnit = content.weight().unit();
        }
        if (content.temperature() != null) {
            form.temperature = content.temperature().value();
            form.temperatureUnit = content.temperature().unit();
        }
        VitalSigns signs = content.vitalSigns();
        if (signs != null) {
            form.heartRate = signs.heartRate();
            form.respiratoryRate = signs.respiratoryRate();
            form.systolic = signs.systolic();
            form.diastolic = signs.diastolic();
            form.oxygenSaturation = signs.oxygenSaturation();
        }
        form.followUpRequired = Boolean.TRUE.equals(content.followUpRequired());
        form.followUpDate = content.followUpDate();
        form.followUpNotes = content.followUpNotes();
        return form;
    }

    /** What the door is handed. Follow-up details stand only when a follow-up is wanted; vital signs when one is given. */
    public VisitContent content(ZoneId zone) {
        boolean signs = heartRate != null
                || respiratoryRate != null
                || systolic != null
                || diastolic != null
                || oxygenSaturation != null;
        return new VisitContent(
                clinic == null ? null : new ClinicId(clinic),
                visitType,
                priority,
                visitDate == null ? null : visitDate.atZone(zone).toInstant(),
                durationMinutes,
                place,
                reason,
                chiefComplaint,
                symptoms,
                diagnosis,
                treatmentPlan,
                clinicalNotes,
                weight == null ? null : new Quantity(weight, weightUnit),
                temperature == null ? null : new Quantity(temperature, temperatureUnit),
                signs ? new VitalSigns(heartRate, respiratoryRate, systolic, diastolic, oxygenSaturation) : null,
                followUpRequired,
                followUpRequired ? followUpDate : null,
                followUpRequired ? followUpNotes : null);
    }

    /** The visit type. */
    public VisitType getVisitType() {
        return visitType;
    }

    /** Sets it. */
    public void setVisitType(VisitType visitType) {
        this.visitType = visitType;
    }

    /** How urgent. */
    public VisitPriority getPriority() {
        return priority;
    }

    /** Sets it. */
    public void setPriority(VisitPriority priority) {
        this.priority = priority;
    }

    /** When it began, in the writer's zone. */
    public LocalDateTime getVisitDate() {
        return visitDate;
    }

    /** Sets it. */
    public void setVisitDate(LocalDateTime visitDate) {
        this.visitDate = visitDate;
    }

    /** Minutes it took. */
    public Integer getDurationMinutes() {
        return durationMinutes;
    }

    /** Sets it. */
    public void setDurationMinutes(Integer durationMinutes) {
        this.durationMinutes = durationMinutes;
    }

    /** Where. */
    public String getPlace() {
        return place;
    }

    /** Sets it. */
    public void setPlace(String place) {
        this.place = place;
    }

    /** The reason. */
    public String getReason() {
        return reason;
    }

    /** Sets it. */
    public void setReason(String reason) {
        this.reason = reason;
    }

    /** The chief complaint. */
    public String getChiefComplaint() {
        return chiefComplaint;
    }

    /** Sets it. */
    public void setChiefComplaint(String chiefComplaint) {
        this.chiefComplaint = chiefComplaint;
    }

    /** Symptoms. */
    public String getSymptoms() {
        return symptoms;
    }

    /** Sets it. */
    public void setSymptoms(String symptoms) {
        this.symptoms = symptoms;
    }

    /** Diagnosis. */
    public String getDiagnosis() {
        return diagnosis;
    }

    /** Sets it. */
    public void setDiagnosis(String diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** Plan. */
    public String getTreatmentPlan() {
        return treatmentPlan;
    }

    /** Sets it. */
    public void setTreatmentPlan(String treatmentPlan) {
        this.treatmentPlan = treatmentPlan;
    }

    /** Notes. */
    public String getClinicalNotes() {
        return clinicalNotes;
    }

    /** Sets it. */
    public void setClinicalNotes(String clinicalNotes) {
        this.clinicalNotes = clinicalNotes;
    }

    /** Weight, in its unit. */
    public BigDecimal getWeight() {
        return weight;
    }

    /** Sets it. */
    public void setWeight(BigDecimal weight) {
        this.weight = weight;
    }

    /** The unit of weight. */
    public String getWeightUnit() {
        return weightUnit;
    }

    /** Sets it. */
    public void setWeightUnit(String weightUnit) {
        this.weightUnit = weightUnit;
    }

    /** Temperature, in its unit. */
    public BigDecimal getTemperature() {
        return temperature;
    }

    /** Sets it. */
    public void setTemperature(BigDecimal temperature) {
        this.temperature = temperature;
    }

    /** The unit of temperature. */
    public String getTemperatureUnit() {
        return temperatureUnit;
    }

    /** Sets it. */
    public void setTemperatureUnit(String temperatureUnit) {
        this.temperatureUnit = temperatureUnit;
    }

    /** Beats a minute. */
    public Integer getHeartRate() {
        return heartRate;
    }

    /** Sets it. */
    public void setHeartRate(Integer heartRate) {
        this.heartRate = heartRate;
    }

    /** Breaths a minute. */
    public Integer getRespiratoryRate() {
        return respiratoryRate;
    }

    /** Sets it. */
    public void setRespiratoryRate(Integer respiratoryRate) {
        this.respiratoryRate = respiratoryRate;
    }

    /** Systolic pressure in mmHg. */
    public Integer getSystolic() {
        return systolic;
    }

    /** Sets it. */
    public void setSystolic(Integer systolic) {
        this.systolic = systolic;
    }

    /** Diastolic pressure in mmHg. */
    public Integer getDiastolic() {
        return diastolic;
    }

    /** Sets it. */
    public void setDiastolic(Integer diastolic) {
        this.diastolic = diastolic;
    }

    /** Oxygen saturation in per cent. */
    public Integer getOxygenSaturation() {
        return oxygenSaturation;
    }

    /** Sets it. */
    public void setOxygenSaturation(Integer oxygenSaturation) {
        this.oxygenSaturation = oxygenSaturation;
    }

    /** Whether a follow-up is wanted. */
    public boolean isFollowUpRequired() {
        return followUpRequired;
    }

    /** Sets it. */
    public void setFollowUpRequired(boolean followUpRequired) {
        this.followUpRequired = followUpRequired;
    }

    /** The day of the follow-up. */
    public LocalDate getFollowUpDate() {
        return followUpDate;
    }

    /** Sets it. */
    public void setFollowUpDate(LocalDate followUpDate) {
        this.followUpDate = followUpDate;
    }

    /** Notes on the follow-up. */
    public String getFollowUpNotes() {
        return followUpNotes;
    }

    /** Sets it. */
    public void setFollowUpNotes(String followUpNotes) {
        this.followUpNotes = followUpNotes;
    }
}

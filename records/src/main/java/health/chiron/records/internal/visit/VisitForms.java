package health.chiron.records.internal.visit;

import health.chiron.domain.records.Measured;
import health.chiron.domain.records.Visit;
import health.chiron.domain.records.VisitPriority;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VitalSigns;

/** From the door's record to the aggregate's. */
final class VisitForms {
    private static final VitalSigns NONE = new VitalSigns(null, null, null, null, null);

    private VisitForms() {}

    static Visit.Content content(VisitContent form) {
        VitalSigns vitals = form.vitalSigns() == null ? NONE : form.vitalSigns();
        return new Visit.Content(
                form.visitType(),
                form.priority() == null ? VisitPriority.ROUTINE : form.priority(),
                form.visitDate(),
                form.durationMinutes(),
                form.place(),
                form.reason(),
                form.chiefComplaint(),
                form.symptoms(),
                form.diagnosis(),
                form.treatmentPlan(),
                form.clinicalNotes(),
                form.weight() == null
                        ? null
                        : Measured.weight(form.weight().value(), form.weight().unit()),
                form.temperature() == null
                        ? null
                        : Measured.temperature(
                                form.temperature().value(), form.temperature().unit()),
                vitals.heartRate(),
                vitals.respiratoryRate(),
                vitals.systolic(),
                vitals.diastolic(),
                vitals.oxygenSaturation(),
                Boolean.TRUE.equals(form.followUpRequired()),
                form.followUpDate(),
                form.followUpNotes());
    }
}

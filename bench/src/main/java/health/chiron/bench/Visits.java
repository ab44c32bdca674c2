package health.chiron.bench;

import java.util.UUID;

/** The draft that both sides write. */
final class Visits {
    static final String COMPLAINT = "Limps on the left hind leg since Monday";
    static final String SYMPTOMS = "Warm left hock, no wound, full weight on the leg after some steps";
    static final String DIAGNOSIS = "Sprain of the hock";
    static final String PLAN = "Rest for ten days, cold packs, pain relief with food; again when it is not better";
    static final String NOTES = "Owner reports a jump from the wall of the garden. Good general condition. "
            .repeat(6)
            .strip();

    static final String DRAFT_AS_JSON = """
            {"visit_type":"routine_checkup","visit_date":"2026-01-20T10:00:00Z","duration_minutes":20,"place":"Room 2",
             "chief_complaint":"%s","symptoms":"%s","diagnosis":"%s","treatment_plan":"%s","clinical_notes":"%s",
             "weight":{"value":23.5,"unit":"kg"},"temperature":{"value":38.6,"unit":"Cel"},
             "vital_signs":{"heart_rate":90,"systolic":120,"diastolic":80},"follow_up_required":false}""".formatted(COMPLAINT, SYMPTOMS, DIAGNOSIS, PLAN, NOTES);

    private Visits() {}

    static UUID id() {
        return UUID.randomUUID();
    }
}

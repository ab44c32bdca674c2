package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.access.api.AboutRecord;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.records.VisitStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A visit record.
 *
 * @param doctorName the practitioner who saw the patient
 * @param createdByRole {@code DOCTOR}, {@code OWNER} or {@code INTEGRATOR}: professional entries are told apart by it
 * @param organizationName the place of care, for imported visits
 * @param sourceSystem where it came from; null when it was written here
 * @param mayChange whether the actor may change and sign this draft
 * @param mayAdd whether the actor may add an addendum
 * @param version for the next change
 */
public record VisitView(
        VisitId id,
        PatientId patientId,
        ClinicId clinicId,
        String clinicName,
        AccountId createdBy,
        String doctorName,
        String createdByRole,
        String organizationName,
        VisitContent content,
        VisitStatus status,
        Instant signedAt,
        Instant createdAt,
        Instant updatedAt,
        String sourceSystem,
        List<Addendum> addenda,
        boolean mayChange,
        boolean mayAdd,
        long version)
        implements AboutPatients, AboutRecord {
    /** Copies the list. */
    public VisitView {
        addenda = List.copyOf(addenda);
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }

    /** A later word on a signed visit, with its author and time. */
    public record Addendum(String text, String authorName, Instant createdAt, AddendumAudience audience) {}
}

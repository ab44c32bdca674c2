package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.records.VisitStatus;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of visits, newest first. */
public record VisitPage(Page<Entry> page) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return page.items().stream().map(Entry::patientId).collect(Collectors.toSet());
    }

    /**
     * One visit in a list.
     *
     * @param patientName shown in a clinic's list
     * @param headline the diagnosis, else the complaint, else the reason; at most 200 characters
     */
    @Schema(name = "VisitEntry")
    public record Entry(
            VisitId id,
            PatientId patientId,
            String patientName,
            ClinicId clinicId,
            String clinicName,
            String doctorName,
            VisitType visitType,
            Instant visitDate,
            String headline,
            VisitStatus status,
            boolean followUpRequired,
            LocalDate followUpDate,
            String createdByRole) {}
}

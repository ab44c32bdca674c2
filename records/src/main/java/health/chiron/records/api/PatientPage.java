package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of reachable patients, by name. */
public record PatientPage(Page<Entry> page) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return page.items().stream().map(e -> e.identity().id()).collect(Collectors.toSet());
    }

    /**
     * A patient and why the actor reaches it.
     *
     * @param relationship {@code OWNER}, {@code GRANT}, {@code EMERGENCY}, {@code SHARE_FULL}, {@code SHARE_EDIT}, {@code SHARE_VIEW},
     *     {@code REQUEST}, {@code REGISTRATION} or {@code AUTHORSHIP}: the strongest
     * @param endsAt when that relationship ends by itself; null when it does not
     * @param sharedBy who shares the patient with the reader; null when it is no share
     * @param isSelfRecord whether it is the record that the reader keeps of themselves
     */
    @Schema(name = "PatientEntry")
    public record Entry(
            PatientIdentity identity, String relationship, Instant endsAt, String sharedBy, boolean isSelfRecord) {
        /** Whether somebody shares the patient with the reader. */
        public boolean shared() {
            return relationship.startsWith("SHARE_");
        }
    }
}

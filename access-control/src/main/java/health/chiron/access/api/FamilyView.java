package health.chiron.access.api;

import health.chiron.domain.access.FamilyId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A family as one of its people sees it.
 *
 * @param people who is in it now
 * @param familyPatients whom it holds now; with a name only where the reader reaches the patient by a relationship of their own
 * @param version for the next change of its name
 */
public record FamilyView(
        FamilyId id,
        String name,
        Instant foundedAt,
        List<FamilyPersonView> people,
        List<FamilyPatientView> familyPatients,
        long version)
        implements AboutRecord, AboutPatients {
    /** Copies the lists. */
    public FamilyView {
        people = List.copyOf(people);
        familyPatients = List.copyOf(familyPatients);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return familyPatients.stream()
                .map(FamilyPatientView::patients)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}

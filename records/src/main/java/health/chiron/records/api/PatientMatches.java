package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.records.PatientId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a look-up found: usually none or one. */
public record PatientMatches(List<PatientIdentity> matches) implements AboutPatients {
    /** Copies the list. */
    public PatientMatches {
        matches = List.copyOf(matches);
    }

    @Override
    public Set<PatientId> patients() {
        return matches.stream().map(PatientIdentity::id).collect(Collectors.toSet());
    }
}

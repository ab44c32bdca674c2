package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import java.util.Set;

/** A result that shows patients; the audit log gets one row for each of them. */
public interface AboutPatients {
    /** The patients shown. */
    Set<PatientId> patients();
}

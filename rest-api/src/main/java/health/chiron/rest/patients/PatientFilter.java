package health.chiron.rest.patients;

import health.chiron.domain.records.PatientKind;
import health.chiron.records.api.PatientQuery;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** Which of the reachable patients are wanted. */
public class PatientFilter {
    @QueryParam("name")
    private String name;

    @QueryParam("date_of_birth")
    private LocalDate dateOfBirth;

    @QueryParam("kind")
    private PatientKind kind;

    PatientQuery toQuery() {
        return new PatientQuery(name, dateOfBirth, kind);
    }
}

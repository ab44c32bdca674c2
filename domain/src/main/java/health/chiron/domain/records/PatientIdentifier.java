package health.chiron.domain.records;

import health.chiron.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** A number by which somebody knows the patient: a medical record number, a passport. Part of the patient. */
@Entity
@Table(schema = "records", name = "patient_identifier")
public class PatientIdentifier {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    private String system;
    private String value;

    /** For JPA. */
    protected PatientIdentifier() {}

    PatientIdentifier(UUID patientId, String system, String value) {
        this.id = Ids.next();
        this.patientId = patientId;
        this.system = Objects.requireNonNull(system, "system");
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Who gave the number. */
    public String system() {
        return system;
    }

    /** The number. */
    public String value() {
        return value;
    }
}

package health.chiron.records.internal.patient;

import health.chiron.domain.records.Patient;
import health.chiron.records.api.Address;
import health.chiron.records.api.Identifier;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.PatientView;
import java.util.List;

/** Between the door's records and the aggregate. */
public final class PatientForms {
    private static final Address NOWHERE = new Address(null, null, null, null, null);

    private PatientForms() {}

    /** What the aggregate needs to know. */
    public static Patient.Facts facts(PatientData data) {
        Address address = data.address() == null ? NOWHERE : data.address();
        return new Patient.Facts(
                data.kind(),
                data.givenName(),
                data.familyName(),
                data.birthDate(),
                data.sex(),
                data.deceasedOn(),
                data.species(),
                data.breed(),
                data.colour(),
                data.neutered(),
                data.microchip(),
                address.line(),
                address.city(),
                address.state(),
                address.postalCode(),
                address.country());
    }

    /** What the door shows. */
    public static PatientView view(Patient patient, boolean self) {
        Patient.Facts f = patient.facts();
        Address address = new Address(f.addressLine(), f.city(), f.state(), f.postalCode(), f.country());
        List<Identifier> identifiers = patient.identifiers().stream()
                .map(i -> new Identifier(i.system(), i.value()))
                .toList();
        return new PatientView(
                patient.id(),
                new PatientData(
                        f.kind(),
                        f.givenName(),
                        f.familyName(),
                        f.birthDate(),
                        f.sex(),
                        f.deceasedOn(),
                        f.species(),
                        f.breed(),
                        f.colour(),
                        f.neutered(),
                        f.microchip(),
                        address.equals(NOWHERE) ? null : address,
                        identifiers),
                self,
                patient.registeredAtClinic(),
                patient.registeredAt(),
                patient.sourceSystem(),
                patient.version());
    }
}

package health.chiron.interop.internal.imports;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** What a resource is called at its source. */
final class ResourceIds {
    private static final int MOST = 200;

    private ResourceIds() {}

    /** The logical id, else the first identifier's value. */
    static Optional<String> of(Resource resource, List<Identifier> identifiers) {
        String id = resource.getIdElement().getIdPart();
        if (id != null && !id.isBlank()) {
            return Optional.of(id);
        }
        return identifiers.stream()
                .map(Identifier::getValue)
                .filter(value -> value != null && !value.isBlank() && value.length() <= MOST)
                .findFirst();
    }
}

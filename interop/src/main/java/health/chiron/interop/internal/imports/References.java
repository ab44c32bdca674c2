package health.chiron.interop.internal.imports;

import health.chiron.interop.internal.bundle.Entry;
import health.chiron.interop.internal.bundle.ReadBundle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Follows references within a bundle: by full URL ({@code urn:uuid:…}) or by type and id. References to things outside it are
 * read as keys: conditional ones ({@code Practitioner?identifier=system|value}) and those by identifier.
 */
final class References {
    private static final String BY_IDENTIFIER = "?identifier=";

    private final Map<String, Resource> resources = new HashMap<>();

    References(ReadBundle bundle) {
        for (Entry<Resource> entry : bundle.all()) {
            if (entry.fullUrl() != null) {
                resources.putIfAbsent(entry.fullUrl(), entry.resource());
            }
            String id = entry.resource().getIdElement().getIdPart();
            if (id != null) {
                resources.putIfAbsent(entry.resource().fhirType() + "/" + id, entry.resource());
            }
        }
    }

    /** The resource of this type in the same bundle that is meant. */
    <T extends Resource> Optional<T> within(Reference reference, Class<T> type) {
        return Optional.ofNullable(reference.getReference())
                .map(resources::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** What the reference calls a thing outside the bundle. */
    static Optional<SourceKey> outside(Reference reference) {
        if (reference.hasIdentifier()) {
            return SourceKey.of(reference.getIdentifier());
        }
        String text = reference.getReference();
        int start = text == null ? -1 : text.indexOf(BY_IDENTIFIER);
        int bar = text == null ? -1 : text.lastIndexOf('|');
        if (start < 0 || bar < start) {
            return Optional.empty();
        }
        return SourceKey.of(text.substring(start + BY_IDENTIFIER.length(), bar), text.substring(bar + 1));
    }
}

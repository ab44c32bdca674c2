package health.chiron.interop.internal.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Resource;

/** What a bundle held: the wanted resources in their order, the others by number. */
public final class ReadBundle {
    private final List<Entry<Resource>> entries = new ArrayList<>();
    private final Map<String, Integer> notTaken = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    void add(String fullUrl, Resource resource) {
        entries.add(new Entry<>(fullUrl, resource));
    }

    void countNotTaken(String type) {
        notTaken.merge(type, 1, Integer::sum);
    }

    void countRefused(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    /** The resources of a type, in the bundle's order. */
    public <T extends Resource> List<Entry<T>> of(Class<T> type) {
        return entries.stream()
                .filter(entry -> type.isInstance(entry.resource()))
                .map(entry -> new Entry<>(entry.fullUrl(), type.cast(entry.resource())))
                .toList();
    }

    /** All wanted resources, in the bundle's order. */
    public List<Entry<Resource>> all() {
        return List.copyOf(entries);
    }

    /** How many resources of other types there were, by FHIR type. */
    public Map<String, Integer> notTaken() {
        return Map.copyOf(notTaken);
    }

    /** How many resources of wanted types could not be read, by reason. */
    public Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }
}

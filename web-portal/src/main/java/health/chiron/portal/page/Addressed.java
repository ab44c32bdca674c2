package health.chiron.portal.page;

import health.chiron.domain.shared.Refusal;
import java.util.function.Function;

/**
 * Ids in addresses. They travel through a page's state as text. What is no id leads nowhere: it is answered like an id that
 * nobody has.
 */
public final class Addressed {
    private Addressed() {}

    /**
     * Reads an id.
     *
     * @param text as the address says it; may be null
     * @param reader such as {@code PatientId::of}
     * @throws Refusal not found, if there is none or it is no id
     */
    public static <T> T id(String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            throw Refusal.notFound();
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}

package health.chiron.portal.page;

import health.chiron.domain.shared.Refusal;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Ids and words in addresses. They travel through a page's state as text. What is no id leads nowhere: it is answered like an id that
 * nobody has. What is no word of a filter narrows nothing.
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

    /**
     * Reads a word of a filter.
     *
     * @param all the words there are
     * @param name as the address says it; may be null
     * @return null if it is none of them
     */
    public static <E extends Enum<E>> E word(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package health.chiron.rest.access;

import health.chiron.access.api.ConsentTextView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of texts to be signed.
 *
 * @param consentTexts the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ConsentTextList(List<ConsentTextView> consentTexts, long total, int offset, int limit) {
    /** Copies the list. */
    public ConsentTextList {
        consentTexts = List.copyOf(consentTexts);
    }

    /** The part as the wire has it. */
    public static ConsentTextList of(Page<ConsentTextView> page) {
        return new ConsentTextList(page.items(), page.total(), page.offset(), page.limit());
    }
}

package health.chiron.rest.access;

import health.chiron.access.api.ConsentTextView;
import java.util.List;

/**
 * What an owner can sign.
 *
 * @param consentTexts the texts in force of one clinic, by scope and language
 */
public record TextsToSign(List<ConsentTextView> consentTexts) {
    /** Copies the list. */
    public TextsToSign {
        consentTexts = List.copyOf(consentTexts);
    }
}

package health.chiron.access.api;

import java.util.List;

/**
 * Codes for the day on which the second factor is lost, shown once.
 *
 * @param codes ten of them; each works once
 */
public record RecoveryCodes(List<String> codes) {
    /** Copies the list. */
    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    /** Says nothing of the codes. */
    @Override
    public String toString() {
        return "RecoveryCodes[...]";
    }
}

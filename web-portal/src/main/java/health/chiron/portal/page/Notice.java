package health.chiron.portal.page;

import java.io.Serializable;

/**
 * A sentence in the message area.
 *
 * @param kind {@code ok}, {@code info}, {@code warn} or {@code danger}
 * @param text in the reader's language
 */
public record Notice(String kind, String text) implements Serializable {
    /** The icon that says the kind without colour. */
    public String icon() {
        return switch (kind) {
            case "ok" -> "check";
            case "info" -> "info";
            default -> "alert";
        };
    }
}

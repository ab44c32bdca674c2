package health.chiron.rest.wire;

import health.chiron.domain.shared.Refusal;

/** What this WAR's own bodies need; commands of the doors are checked at the doors. */
public final class Needed {
    private Needed() {}

    /**
     * A text that has to be there.
     *
     * @param field the Java name of the field
     * @throws Refusal naming the field when it is missing, empty or too long
     */
    public static void text(String field, String value, int most) {
        if (value == null || value.isEmpty()) {
            throw Refusal.invalid(field, "required", "This field is required.");
        }
        if (value.length() > most) {
            throw Refusal.invalid(field, "length", "The length must be at most " + most + ".");
        }
    }

    /**
     * A value that has to be there.
     *
     * @throws Refusal naming the field when it is missing
     */
    public static void value(String field, Object value) {
        if (value == null) {
            throw Refusal.invalid(field, "required", "This field is required.");
        }
    }
}

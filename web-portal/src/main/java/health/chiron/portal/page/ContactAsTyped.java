package health.chiron.portal.page;

/** Mail addresses and telephone numbers as people type them. */
public final class ContactAsTyped {
    private ContactAsTyped() {}

    /** The same, and null where nothing was typed. */
    public static String given(String typed) {
        String contact = plain(typed);
        return contact == null || contact.isEmpty() ? null : contact;
    }

    /** A telephone number without the blanks, dashes, slashes and brackets people put in; anything else as it is. */
    public static String plain(String typed) {
        if (typed == null) {
            return null;
        }
        String line = typed.strip();
        return line.matches("[+0-9 ()/.-]+") ? line.replaceAll("[ ()/.-]", "") : line;
    }
}

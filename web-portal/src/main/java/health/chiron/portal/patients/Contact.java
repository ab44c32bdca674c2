package health.chiron.portal.patients;

/** Mail addresses and telephone numbers as people type them. */
final class Contact {
    private Contact() {}

    /** A telephone number without the blanks, dashes, slashes and brackets people put in; anything else as it is. */
    static String plain(String typed) {
        if (typed == null) {
            return null;
        }
        String line = typed.strip();
        return line.matches("[+0-9 ()/.-]+") ? line.replaceAll("[ ()/.-]", "") : line;
    }
}

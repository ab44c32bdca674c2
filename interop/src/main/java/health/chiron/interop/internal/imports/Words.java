package health.chiron.interop.internal.imports;

import java.util.regex.Pattern;

/** Text of other systems in the form that the house keeps. */
final class Words {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Words() {}

    /** One line: what is no printable character becomes a blank; null when nothing is left. */
    static String line(String text) {
        if (text == null) {
            return null;
        }
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }

    /** Whether the text is there and no longer than this. */
    static boolean fits(String text, int most) {
        return text != null && text.length() <= most;
    }

    /** At most so many characters, ending in an ellipsis when something was cut off. Never cuts a character in halves. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}

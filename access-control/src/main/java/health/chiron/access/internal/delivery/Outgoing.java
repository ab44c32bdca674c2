package health.chiron.access.internal.delivery;

/**
 * A message that leaves the house.
 *
 * @param target a mail address or an E.164 number
 * @param subject one line; not sent over SMS
 * @param text plain text
 */
public record Outgoing(Channel channel, String target, String subject, String text) {
    /** By which way. */
    public enum Channel {
        /** Mail. */
        EMAIL,
        /** Short message. */
        SMS
    }

    /** Says nothing of the message. */
    @Override
    public String toString() {
        return "Outgoing[" + channel + "]";
    }

    /** The target with all but its edges hidden: {@code a•••@example.org}, {@code +49•••89}. */
    public static String masked(Channel channel, String target) {
        if (channel == Channel.EMAIL) {
            int at = target.indexOf('@');
            return target.charAt(0) + "•••" + target.substring(at);
        }
        return target.substring(0, 3) + "•••" + target.substring(target.length() - 2);
    }
}

package health.chiron.domain.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes and reads identifiers: UUID version 7 (RFC 9562, 5.7), so that rows written together lie together in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A new id: 48 bits of milliseconds since 1970, 74 random bits. */
    public static UUID next() {
        // The id's time part only orders rows and carries no meaning, so it may come from the machine's clock.
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /**
     * Reads the canonical form only; {@link UUID#fromString} would also take shortened groups.
     *
     * @throws IllegalArgumentException if the text is null or not canonical
     */
    public static UUID parse(String text) {
        if (text == null || !CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }
}

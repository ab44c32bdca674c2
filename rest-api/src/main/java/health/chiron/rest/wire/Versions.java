package health.chiron.rest.wire;

import health.chiron.rest.problem.Failure;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as entity tags: an answer carries {@code ETag: "3"}, a change says {@code If-Match: "3"} (RFC 9110, 13.1.1). */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Versions() {}

    /**
     * The version that a change is based on.
     *
     * @param ifMatch the header as it came; null when it did not
     * @throws Failure 428 when it is missing, 400 when it is not one strong tag of ours
     */
    public static long required(String ifMatch) {
        if (ifMatch == null) {
            throw Failure.versionRequired();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Failure.versionMalformed();
        }
        return Long.parseLong(tag.group(1));
    }

    /** An answer with its version. */
    public static Response ok(Object view, long version) {
        return Response.ok(view).tag(Long.toString(version)).build();
    }

    /** The answer to a creation: where the new thing is, and its version. */
    public static Response created(String place, Object view, long version) {
        return Response.created(URI.create(place))
                .entity(view)
                .tag(Long.toString(version))
                .build();
    }
}

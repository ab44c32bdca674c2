package health.chiron.rest.call;

import health.chiron.rest.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Takes bodies up to one megabyte, or what a method says ({@link TakesUpTo}): a declared length is believed when it is too large,
 * and counted in any case.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
    /** The most bytes a body may have. The longest visit record has well under a tenth of it. */
    public static final long MOST_BYTES = 1_000_000;

    @Context
    private ResourceInfo target;

    @Override
    public void filter(ContainerRequestContext request) {
        long most = most(target.getResourceMethod());
        String declared = request.getHeaderString("Content-Length");
        if (declared != null && tooLarge(declared, most)) {
            throw Failure.bodyTooLarge(most);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), most));
    }

    static long most(Method method) {
        TakesUpTo own = method == null ? null : method.getAnnotation(TakesUpTo.class);
        return own == null ? MOST_BYTES : own.value();
    }

    private static boolean tooLarge(String declared, long most) {
        try {
            return Long.parseLong(declared.strip()) > most;
        } catch (NumberFormatException e) {
            throw Failure.malformedRequest();
        }
    }

    /** Counts what is read and stops one byte after the limit. */
    static final class Counted extends FilterInputStream {
        private final long most;
        private long read;

        Counted(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw Failure.bodyTooLarge(most);
            }
        }
    }
}

package health.chiron.rest.call;

import health.chiron.rest.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes bodies up to one megabyte: a declared length is believed when it is too large, and counted in any case. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
    /** The most bytes a body may have. The longest visit record has well under a tenth of it. */
    public static final long MOST_BYTES = 1_000_000;

    @Override
    public void filter(ContainerRequestContext request) {
        String declared = request.getHeaderString("Content-Length");
        if (declared != null && tooLarge(declared)) {
            throw Failure.bodyTooLarge(MOST_BYTES);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), MOST_BYTES));
    }

    private static boolean tooLarge(String declared) {
        try {
            return Long.parseLong(declared.strip()) > MOST_BYTES;
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

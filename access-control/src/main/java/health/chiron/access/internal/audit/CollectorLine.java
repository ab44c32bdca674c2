package health.chiron.access.internal.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Brings messages to a collector, each load on a connection of its own, counted in octets (RFC 5425, RFC 6587). Syslog knows no
 * answer, and what was written may lie in a buffer that nobody reads any more. So our side is closed after the last message, and only
 * when the collector closes its own, which it does at the end of what it reads, have the messages arrived.
 */
final class CollectorLine {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SyslogTarget target;
    private final SSLSocketFactory sockets;
    private final ScheduledExecutorService watch;
    private final Duration patience;

    /**
     * @param sockets make TLS, with the authorities that are trusted
     * @param watch cuts a connection whose time is over: a write has no timeout of its own
     * @param patience for the whole of a load
     */
    CollectorLine(SyslogTarget target, SSLSocketFactory sockets, ScheduledExecutorService watch, Duration patience) {
        this.target = target;
        this.sockets = sockets;
        this.watch = watch;
        this.patience = patience;
    }

    /**
     * Sends a load.
     *
     * @throws IOException when it is not known that all of it has arrived
     */
    void send(List<byte[]> messages) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket plain = new Socket()) {
            Future<?> end = watch.schedule(() -> cut(plain, late), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                connect(plain);
                carry(plain, messages);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            throw late.get() ? tooSlow(e) : e;
        }
    }

    private void connect(Socket plain) throws IOException {
        try {
            plain.connect(new InetSocketAddress(target.host(), target.port()), (int) patience.toMillis() / 4);
        } catch (SocketTimeoutException e) {
            throw (IOException) new ConnectException("no answer").initCause(e);
        }
    }

    private void carry(Socket plain, List<byte[]> messages) throws IOException {
        try (Socket line = target.tls() ? secured(plain) : plain) {
            OutputStream out = new BufferedOutputStream(line.getOutputStream(), 16_384);
            for (byte[] message : messages) {
                out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
                out.write(message);
            }
            out.flush();
            line.shutdownOutput();
            awaitEnd(line.getInputStream());
        }
    }

    /** Over the open connection, and not as a socket of its own: only the plain one can be cut while a write waits. */
    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket line = (SSLSocket) sockets.createSocket(plain, target.host(), target.port(), true);
        SSLParameters asked = line.getSSLParameters();
        asked.setProtocols(PROTOCOLS);
        // The rules for names in certificates that RFC 5425 refers to are those of HTTPS.
        asked.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(asked);
        line.startHandshake();
        return line;
    }

    private static void awaitEnd(InputStream in) throws IOException {
        byte[] ignored = new byte[512];
        int read = 0;
        while (read >= 0) {
            read = in.read(ignored);
        }
    }

    private static void cut(Socket plain, AtomicBoolean late) {
        late.set(true);
        try {
            plain.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a connection to the collector was not closed well", e);
        }
    }

    private static SocketTimeoutException tooSlow(IOException e) {
        SocketTimeoutException late = new SocketTimeoutException("its time is over");
        late.initCause(e);
        return late;
    }

    /** What went wrong, in a word for the operator; never with what was sent. */
    static String word(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException e -> "too-slow";
            case SSLException e -> aboutCertificate(e) ? "certificate" : "tls";
            case UnknownHostException e -> "unknown-host";
            case ConnectException e -> "not-reached";
            case NoRouteToHostException e -> "not-reached";
            default -> "broken-off";
        };
    }

    private static boolean aboutCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}

package health.chiron.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open. The load comes from the same two cores that serve it, so the client must cost next
 * to nothing: it knows what the bench needs and no more. Not for several threads at once.
 */
final class KeepAlive implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private final String host;
    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int at;
    private int end;

    KeepAlive(URI base) {
        host = base.getHost();
        port = base.getPort();
    }

    /** What came back. */
    record Reply(int status, String body) {}

    /**
     * Sends a request and reads the whole answer.
     *
     * @param token the access token; null sends none
     * @param json the body; null sends none
     * @throws IOException when the connection breaks; the next call opens a new one
     */
    Reply send(String method, String path, String token, String json) throws IOException {
        boolean done = false;
        try {
            if (socket == null) {
                open();
            }
            out.write(request(method, path, token, json));
            out.flush();
            Reply reply = read();
            done = true;
            return reply;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void open() throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        at = 0;
        end = 0;
    }

    private byte[] request(String method, String path, String token, String json) {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(1024)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\nAccept: application/json\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (json != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        byte[] lines = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(lines, lines.length + body.length);
        System.arraycopy(body, 0, all, lines.length, body.length);
        return all;
    }

    private Reply read() throws IOException {
        String first = line();
        if (first.length() < 12 || !first.startsWith("HTTP/1.1 ")) {
            throw new IOException("not an HTTP answer");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                closing = lower.endsWith("close");
            }
        }
        byte[] body = chunked ? chunks() : bytes(length);
        if (closing) {
            close();
        }
        return new Reply(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(BUFFER);
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = Integer.parseInt(extension < 0 ? size : size.substring(0, extension), 16);
            if (length == 0) {
                while (!line().isEmpty()) {
                    // Trailers say nothing that the bench wants to know.
                }
                return all.toByteArray();
            }
            all.write(bytes(length));
            line();
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int got = 0;
        while (got < length) {
            if (at == end) {
                fill();
            }
            int part = Math.min(length - got, end - at);
            System.arraycopy(buffer, at, bytes, got, part);
            at += part;
            got += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (at == end) {
                fill();
            }
            char next = (char) (buffer[at++] & 0xFF);
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a header line is too long");
            }
        }
    }

    private void fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}

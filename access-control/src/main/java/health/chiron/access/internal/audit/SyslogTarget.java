package health.chiron.access.internal.audit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where the log is sent: a collector that takes syslog over TLS (RFC 5425), or over plain TCP in a demo.
 *
 * @param host a name or address, without the brackets of an IPv6 address
 */
public record SyslogTarget(boolean tls, String host, int port) {
    private static final String NOWHERE = "none";
    /** The port that RFC 5425 names. */
    private static final int USUAL_PORT = 6514;

    private static final int LAST_PORT = 65_535;

    /**
     * Reads the setting.
     *
     * @param setting {@code tls://host}, {@code tls://host:port}, {@code tcp://host:port}, or {@code none}, as when it is empty
     * @return empty when nothing is sent
     * @throws IllegalArgumentException when it is none of these
     */
    public static Optional<SyslogTarget> of(Optional<String> setting) {
        String text = setting.map(String::strip).orElse("");
        return text.isEmpty() || NOWHERE.equals(text) ? Optional.empty() : Optional.of(parse(text));
    }

    private static SyslogTarget parse(String text) {
        try {
            URI address = new URI(text);
            boolean tls = "tls".equals(address.getScheme());
            // Plain syslog has no port of its own for octet counting.
            int port = tls && address.getPort() == -1 ? USUAL_PORT : address.getPort();
            boolean whole = (tls || "tcp".equals(address.getScheme()))
                    && address.getHost() != null
                    && port > 0
                    && port <= LAST_PORT
                    && address.getUserInfo() == null
                    && address.getRawPath().isEmpty()
                    && address.getQuery() == null
                    && address.getFragment() == null;
            if (whole) {
                return new SyslogTarget(tls, address.getHost().replaceAll("^\\[|]$", ""), port);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address of a collector", e);
        }
        throw new IllegalArgumentException("no address of a collector");
    }
}

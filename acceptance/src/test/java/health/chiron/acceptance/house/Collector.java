package health.chiron.acceptance.house;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A collector that takes the access log by syslog over TCP (RFC 6587, counted in octets). It drops what it takes while no test listens,
 * and breaks every connection off while it is down.
 */
public final class Collector {
    private final ServerSocket door;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean listening;
    private volatile boolean down;

    Collector() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "collector");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://localhost:" + door.getLocalPort();
    }

    /** Keeps what arrives from here on. */
    public void listen() {
        heard.clear();
        listening = true;
    }

    /** The messages since, in their order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Drops what arrives again. */
    public void forget() {
        listening = false;
        heard.clear();
    }

    /** Breaks off whatever comes. */
    public void down() {
        refused.set(0);
        down = true;
    }

    /** Takes again what comes. */
    public void up() {
        down = false;
    }

    /** How many connections were broken off since it went down. */
    public int refused() {
        return refused.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket line = door.accept()) {
                if (down) {
                    // Not closed in good order, but reset: what the other side has written is lost, as with a machine
                    // that dies.
                    line.setSoLinger(true, 0);
                    refused.incrementAndGet();
                } else {
                    take(new BufferedInputStream(line.getInputStream()));
                }
            } catch (IOException e) {
                // The house's end of it died, or spoke nothing that counts octets: then it is not told that anything
                // has arrived.
                System.Logger log = System.getLogger(Collector.class.getName());
                log.log(System.Logger.Level.WARNING, "the collector lost a connection: {0}", e.getMessage());
            }
        }
    }

    private void take(InputStream in) throws IOException {
        for (int sign = in.read(); sign >= 0; sign = in.read()) {
            int octets = 0;
            while (sign >= '0' && sign <= '9') {
                octets = octets * 10 + sign - '0';
                sign = in.read();
            }
            if (sign != ' ' || octets == 0) {
                throw new IOException("no count of octets");
            }
            byte[] message = in.readNBytes(octets);
            if (message.length < octets) {
                throw new EOFException("cut off within a message");
            }
            if (listening) {
                heard.add(new String(message, StandardCharsets.UTF_8));
            }
        }
    }
}

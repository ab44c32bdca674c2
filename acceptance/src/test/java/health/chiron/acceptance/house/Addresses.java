package health.chiron.acceptance.house;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/** Addresses of this machine: the whole of 127.0.0.0/8 is its own. */
public final class Addresses {
    private static final AtomicInteger NUMBER = new AtomicInteger(200);

    private Addresses() {}

    /** One that nobody else in this run has called from. */
    public static String next() {
        int number = NUMBER.incrementAndGet();
        return "127.0." + number / 250 + "." + (1 + number % 250);
    }

    static InetAddress of(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

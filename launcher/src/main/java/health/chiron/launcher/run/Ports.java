package health.chiron.launcher.run;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which TCP ports of this machine are free. The answer can be outdated a moment later: the one who binds decides. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** A port on the loopback address that nobody listens on now. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LauncherException("This machine has no free port on its loopback address.", e);
        }
    }

    /** The preferred port when it is free, any free one otherwise. */
    public static int freePreferably(int preferred) {
        return isFree("127.0.0.1", preferred) ? preferred : free();
    }

    /**
     * Insists on a port.
     *
     * @param port 0 lets the machine choose
     * @param option how a person says another one, for the sentence
     * @throws LauncherException when somebody listens there already
     */
    public static int claim(String address, int port, String option) {
        if (port == 0) {
            return free();
        }
        if (!isFree(address, port)) {
            throw new LauncherException(
                    "Port " + port + " is taken by another program; choose another one with " + option + ".");
        }
        return port;
    }

    /** True when nobody listens there now. */
    public static boolean isFree(String address, int port) {
        if (port < 1 || port > HIGHEST) {
            return false;
        }
        // Without "reuse" a port that is only waiting out an old connection would look taken.
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

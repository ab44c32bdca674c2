package health.chiron.launcher.tools;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps what an archive holds inside the folder that it is unpacked into. */
final class SafeUnpacking {
    private SafeUnpacking() {}

    /** Where an entry goes; refused when that is outside the target. */
    static Path place(Path target, String entry) throws IOException {
        Path root = target.toAbsolutePath().normalize();
        Path place = root.resolve(entry).normalize();
        if (entry.startsWith("/") || !place.startsWith(root)) {
            throw new IOException("the archive holds a path outside its folder");
        }
        return place;
    }

    /** Refuses a link that leads outside the target. */
    static void checkLink(Path target, Path link, String destination) throws IOException {
        Path root = target.toAbsolutePath().normalize();
        Path end = link.getParent().resolve(destination).normalize();
        if (destination.startsWith("/") || !end.startsWith(root)) {
            throw new IOException("the archive holds a link that leads outside its folder");
        }
    }
}

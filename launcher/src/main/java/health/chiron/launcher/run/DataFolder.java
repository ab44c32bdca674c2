package health.chiron.launcher.run;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a running Chiron owns: database, server domain, secrets, outbox, logs and state.
 *
 * @param root its absolute path
 */
public record DataFolder(Path root) {
    private static final long NEEDED_BYTES = 1_500L * 1024 * 1024;

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path payara() {
        return root.resolve("payara");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Where demo mail and SMS arrive as files. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Where the signed heads of the audit log are published. */
    public Path auditHeads() {
        return root.resolve("audit-heads");
    }

    /** Where rows of the audit log go whose time to be kept is over. */
    public Path auditArchive() {
        return root.resolve("audit-archive");
    }

    /** Where the witness of the audit log notes what was committed. */
    public Path auditWitness() {
        return root.resolve("audit-witness");
    }

    public Path state() {
        return root.resolve("state.json");
    }

    public Path lock() {
        return root.resolve(".lock");
    }

    /** What the demo offers, machine-readable: addresses and accounts. */
    public Path demo() {
        return root.resolve("demo.json");
    }

    /**
     * Makes the folder with its parts.
     *
     * @throws LauncherException when it cannot be written or the disk is nearly full
     */
    public void prepare() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new LauncherException(
                    "The data folder " + root + " cannot be made here; choose another one with --data.", e);
        }
        if (!Files.isWritable(root)) {
            throw new LauncherException(
                    "The data folder " + root + " is not writable for this user; choose another one with --data.");
        }
        requireSpace(root);
        try {
            for (Path part : new Path[] {secrets(), outbox(), logs(), auditHeads(), auditWitness(), auditArchive()}) {
                Files.createDirectories(part);
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new LauncherException("The data folder " + root + " cannot be written: " + reason(e) + ".", e);
        }
    }

    /** @throws LauncherException when the disk under this folder has less than 1.5 GB left */
    public static void requireSpace(Path folder) {
        try {
            requireSpace(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new LauncherException("The free space of " + folder + " cannot be read.", e);
        }
    }

    static void requireSpace(Path folder, long usableBytes) {
        if (usableBytes < NEEDED_BYTES) {
            throw new LauncherException("The disk under " + folder + " has only " + usableBytes / (1024 * 1024)
                    + " MB left, and Chiron needs at least " + NEEDED_BYTES / (1024 * 1024) + " MB free.");
        }
    }

    /** What a file system said, in words that fit into a sentence. */
    public static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** Removes a folder with everything in it; a missing one is fine. Links are removed, not followed. */
    public static void delete(Path folder) {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new LauncherException(folder + " cannot be removed: " + reason(e) + ".", e);
        }
    }
}

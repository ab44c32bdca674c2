package health.chiron.launcher.run;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second launcher away from a data folder or a tools folder; the system lets go of it when the holder dies. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LauncherException with the given sentence when somebody else holds the lock */
    public static FolderLock take(Path file, String sentenceWhenTaken) {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by another part of this very program: the same answer.
        } catch (IOException e) {
            throw unusable(file, e);
        }
        closeQuietly(channel);
        throw new LauncherException(sentenceWhenTaken);
    }

    /** Waits until nobody else holds the lock. */
    public static FolderLock await(Path file) {
        FileChannel channel = open(file);
        while (true) {
            try {
                if (channel.tryLock() != null) {
                    return new FolderLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Held by another thread of this program: wait for it as for a stranger.
            } catch (IOException e) {
                throw unusable(file, e);
            }
            if (!Signals.pause()) {
                closeQuietly(channel);
                throw new LauncherException("Waiting for " + file + " was interrupted.");
            }
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static LauncherException unusable(Path file, IOException e) {
        return new LauncherException("The lock file " + file + " cannot be used: " + DataFolder.reason(e) + ".", e);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LauncherException("A lock file could not be closed: " + DataFolder.reason(e) + ".", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}

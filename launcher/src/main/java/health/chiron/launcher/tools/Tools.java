package health.chiron.launcher.tools;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.FolderLock;
import health.chiron.launcher.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The unpacked PostgreSQL and server: shared by every data folder, written once for each version, then only read. */
public final class Tools {
    private static final String POSTGRES_ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path folder;
    private final Parts parts;
    private final Progress progress;

    private Tools(Path folder, Progress progress) {
        this.folder = folder;
        this.parts = Parts.ofThisBuild();
        this.progress = progress;
    }

    /** @param folder made when it is missing */
    public static Tools in(Path folder, Progress progress) {
        return new Tools(folder.toAbsolutePath().normalize(), progress);
    }

    /** The folder with PostgreSQL's bin, lib and share; unpacked now when it is the first time. */
    public Path postgres() {
        if (!System.getProperty("os.arch").equals("amd64")) {
            throw new LauncherException("The PostgreSQL that Chiron brings along runs on Linux on x86-64 only.");
        }
        return unpackedOnce(
                "postgresql-" + parts.postgresVersion(), "Unpacking PostgreSQL " + parts.postgresVersion(), target -> {
                    try (InputStream archive = Tools.class.getResourceAsStream(POSTGRES_ARCHIVE)) {
                        if (archive == null) {
                            throw new LauncherException(
                                    "PostgreSQL's archive is missing from the class path; build again.");
                        }
                        PinnedArchive.unpack(archive, parts.postgresSha256(), TarXzArchive::unpack, target);
                    }
                });
    }

    /** The server's glassfish folder; unpacked now when it is the first time. */
    public Path glassfish() {
        return unpackedOnce(
                        "payara-" + parts.payaraVersion(),
                        "Unpacking Payara Server " + parts.payaraVersion(),
                        target -> {
                            if (!Files.exists(parts.payaraArchive())) {
                                throw new LauncherException(
                                        "The server's archive is gone from Maven's repository; run ./chiron build.");
                            }
                            try (InputStream archive = Files.newInputStream(parts.payaraArchive())) {
                                PinnedArchive.unpack(archive, parts.payaraSha256(), ZipArchive::unpack, target);
                            }
                        })
                .resolve("payara7/glassfish");
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }

    private Path unpackedOnce(String name, String step, Unpacking unpacking) {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LauncherException(
                    "The tools folder " + folder + " cannot be made; choose another one with CHIRON_TOOLS.", e);
        }
        try (FolderLock lock = FolderLock.await(folder.resolve(".lock"))) {
            if (!Files.exists(target)) {
                DataFolder.requireSpace(folder);
                progress.step(step, () -> unpack(target, unpacking));
            }
        }
        return target;
    }

    /** Unpacks beside the target and moves it into place whole, so that a broken attempt is never taken for a good one. */
    private static void unpack(Path target, Unpacking unpacking) {
        Path half = target.resolveSibling(target.getFileName() + ".part");
        DataFolder.delete(half);
        try {
            Files.createDirectories(half);
            unpacking.into(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException("Unpacking into " + target + " failed: " + DataFolder.reason(e) + ".", e);
        }
    }
}

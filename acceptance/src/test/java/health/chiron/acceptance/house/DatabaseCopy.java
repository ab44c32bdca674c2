package health.chiron.acceptance.house;

import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.run.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A copy of the database's files that was taken while it served, in the way of PostgreSQL's base backups: between pg_backup_start and
 * pg_backup_stop, with the label and the write-ahead log that belong to it.
 */
public final class DatabaseCopy {
    private final Path copy;

    private DatabaseCopy(Path copy) {
        this.copy = copy;
    }

    /** Takes one. */
    public static DatabaseCopy take() {
        Path from = House.get().stack().data().postgres();
        Path to = from.resolveSibling("copy-of-postgres");
        DataFolder.delete(to);
        try (Connection connection = House.get().connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('a test', true)");
            copy(from, to);
            try (ResultSet end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                end.next();
                Files.writeString(to.resolve("backup_label"), end.getString(1), StandardCharsets.UTF_8);
            }
            // What was written in the meantime makes one state out of files that were copied one after the other.
            copy(from.resolve("pg_wal"), to.resolve("pg_wal"));
            Files.delete(to.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new DatabaseCopy(to);
    }

    /** The database is lost, and goes on with the copy. The server has to be started anew. */
    public void restore() {
        Path there = House.get().stack().data().postgres();
        House.get().stack().database().stop();
        DataFolder.delete(there);
        try {
            Files.move(copy, there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        House.get().stack().startDatabase();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
                Path made = to.resolve(from.relativize(folder));
                if (!Files.isDirectory(made)) {
                    Files.copy(folder, made, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                try {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file)),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // a temporary one that is gone, as it may be
                }
                throw e;
            }
        });
    }
}

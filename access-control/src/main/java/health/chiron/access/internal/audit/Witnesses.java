package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Compares what the witness saw with what the log holds, and takes away files that are not needed any more. */
@Stateless
public class Witnesses {
    private static final System.Logger LOG = System.getLogger(Witnesses.class.getName());
    private static final int PAGE = 2000;

    @Inject
    private Sql sql;

    @Inject
    private Witness witness;

    @Inject
    private Sealing sealing;

    @Inject
    private Anchors anchors;

    /**
     * Where log and witness differ.
     *
     * @param event the row; null when it is the witness that does not hold
     */
    public record Difference(UUID event, String finding) {}

    /** The first difference, in the order of the files; for whoever may read the whole log. */
    public Optional<Difference> first() {
        return witness.folder().stream()
                .flatMap(folder -> folder.files().stream().map(folder::read))
                .flatMap(testimony -> difference(testimony).stream())
                .findFirst();
    }

    private Optional<Difference> difference(WitnessFolder.Testimony testimony) {
        List<WitnessLine> lines = testimony.lines();
        Instant archived = anchors.last().archivedUntil();
        for (int from = 0; from < lines.size(); from += PAGE) {
            List<WitnessLine> page = lines.subList(from, Math.min(from + PAGE, lines.size()));
            Map<UUID, byte[]> codes = new HashMap<>();
            sql.list(
                            "SELECT id, mac FROM audit.event WHERE id = ANY (?)",
                            row -> Map.entry(row.id("id"), row.bytes("mac")),
                            (Object) ids(page))
                    .forEach(row -> codes.put(row.getKey(), row.getValue()));
            for (WitnessLine line : page) {
                byte[] code = codes.get(line.event());
                if (code == null && made(line.event()).isBefore(archived)) {
                    continue; // its time to be kept was over; the archive holds it
                }
                if (code == null || !line.saw(code)) {
                    return Optional.of(new Difference(line.event(), code == null ? "missing" : "changed"));
                }
            }
        }
        return testimony.whole() ? Optional.empty() : Optional.of(new Difference(null, "witness not genuine"));
    }

    /**
     * Takes away the files whose rows are all in the chain, at most at this number. A file that says anything else is kept, for it is
     * evidence, and an error is logged.
     *
     * @param covered the number of the last published head
     */
    public void forget(long covered) {
        sealing.enter();
        witness.folder()
                .ifPresent(folder -> folder.finished().stream()
                        .map(folder::read)
                        .filter(testimony -> superfluous(testimony, covered))
                        .forEach(testimony -> delete(testimony.file())));
    }

    private boolean superfluous(WitnessFolder.Testimony testimony, long covered) {
        Optional<Difference> difference = difference(testimony);
        if (difference.isPresent()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the audit log does not hold what its witness saw: {0}; verify it",
                    difference.get().finding());
            return false;
        }
        Anchor anchor = anchors.last();
        List<WitnessLine> lines = testimony.lines().stream()
                .filter(line -> !made(line.event()).isBefore(anchor.archivedUntil()))
                .toList();
        long sealed = 0;
        for (int from = 0; from < lines.size(); from += PAGE) {
            sealed += sql.count(
                    "SELECT count(*) FROM audit.seal WHERE event_id = ANY (?) AND number <= ?",
                    ids(lines.subList(from, Math.min(from + PAGE, lines.size()))),
                    covered);
        }
        return sealed == lines.size();
    }

    /** An id of version 7 begins with the milliseconds at which it was made. */
    private static Instant made(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID[] ids(List<WitnessLine> lines) {
        return lines.stream().map(WitnessLine::event).toArray(UUID[]::new);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the witness cannot be taken away", e);
        }
    }
}

package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingRowsTest {
    private final AuditKey key = new AuditKey(new byte[32]);

    @TempDir
    private Path folder;

    private List<ArchivedRow> rows(int count) {
        List<ArchivedRow> rows = new ArrayList<>();
        byte[] hash = new byte[32];
        for (int i = 1; i <= count; i++) {
            String[] columns = new String[ArchivedRow.NAMES.size()];
            columns[0] = new UUID(7, i).toString();
            columns[1] = "2020-01-01T00:00:00Z";
            columns[13] = "Chart.summary \"\u00e4\" " + i;
            byte[] mac = key.ofRow((Object[]) columns);
            hash = key.ofLink(i, hash, new UUID(7, i), mac);
            rows.add(new ArchivedRow(i, hash, "7" + i, mac, Arrays.asList(columns)));
        }
        return rows;
    }

    @Test
    void what_was_written_is_read_back_and_its_hash_is_the_files() throws Exception {
        Path file = folder.resolve("a.ndjson.gz");
        byte[] hash = Archive.write(file, Anchor.NONE, rows(3), key);

        assertThat(Archive.verify(file, Anchor.NONE, key)).isEqualTo(3);
        assertThat(hash).isEqualTo(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_row_that_does_not_fit_is_not_archived_and_leaves_no_file() throws IOException {
        List<ArchivedRow> rows = rows(3);
        ArchivedRow second = rows.get(1);
        List<String> columns = new ArrayList<>(second.columns());
        columns.set(16, "DENIED");
        rows.set(1, new ArchivedRow(2, second.hash(), second.xid(), second.mac(), columns));

        assertThatThrownBy(() -> Archive.write(folder.resolve("a.ndjson.gz"), Anchor.NONE, rows, key))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("number 2");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_gap_is_named() {
        List<ArchivedRow> rows = rows(4);
        rows.remove(2);

        assertThatThrownBy(() -> Archive.write(folder.resolve("a.ndjson.gz"), Anchor.NONE, rows, key))
                .hasMessageContaining("number 3");
    }

    @Test
    void a_file_that_was_changed_later_does_not_hold() throws IOException {
        Path file = folder.resolve("a.ndjson.gz");
        Archive.write(file, Anchor.NONE, rows(3), key);
        String text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.replace("\u00e4", "a").getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> Archive.verify(file, Anchor.NONE, key)).hasMessageContaining("number 1");
    }
}

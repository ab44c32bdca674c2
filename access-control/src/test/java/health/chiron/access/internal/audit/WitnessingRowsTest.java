package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.internal.audit.WitnessFolder.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessingRowsTest {
    private static final AuditKey KEY = new AuditKey(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-21T05:00:00Z");
    private WitnessFolder folder;

    @BeforeEach
    void an_empty_folder() {
        folder = new WitnessFolder(directory, KEY, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void what_was_seen_is_read_again_in_its_order() throws IOException {
        Seen one = seen(1);
        Seen other = seen(2);
        folder.write(List.of(one));
        folder.write(List.of(other));

        WitnessFolder.Testimony testimony = folder.read(onlyFile());

        assertThat(testimony.whole()).isTrue();
        assertThat(testimony.lines()).extracting(WitnessLine::event).containsExactly(one.event(), other.event());
        assertThat(testimony.lines().get(0).saw(one.code())).isTrue();
        assertThat(testimony.lines().get(0).saw(other.code())).isFalse();
    }

    @Test
    void a_line_that_a_crash_cut_off_is_no_testimony_and_no_forgery() throws IOException {
        folder.write(List.of(seen(1), seen(2)));
        String text = Files.readString(onlyFile());
        Files.writeString(onlyFile(), text.substring(0, text.length() - 20));

        WitnessFolder.Testimony testimony = folder.read(onlyFile());

        assertThat(testimony.whole()).isTrue();
        assertThat(testimony.lines()).hasSize(1);
    }

    @Test
    void a_line_that_was_taken_out_put_in_or_changed_is_noticed() throws IOException {
        folder.write(List.of(seen(1), seen(2), seen(3)));
        List<String> lines = Files.readAllLines(onlyFile());

        assertBroken(lines.get(0), lines.get(2));
        assertBroken(lines.get(1), lines.get(2));
        assertBroken(lines.get(0), lines.get(0), lines.get(1), lines.get(2));
        assertBroken(lines.get(0), lines.get(1).replaceFirst("^.", "f"), lines.get(2));
        assertBroken("something else");
    }

    private void assertBroken(String... lines) throws IOException {
        Path file = directory.resolve("0.witness");
        Files.write(file, List.of(lines));
        assertThat(folder.read(file).whole()).isFalse();
    }

    @Test
    void no_file_is_written_to_for_longer_than_an_hour() throws IOException {
        folder.write(List.of(seen(1)));
        now = now.plus(WitnessFolder.WRITTEN);
        folder.write(List.of(seen(2)));

        assertThat(folder.files()).hasSize(2);
        assertThat(folder.files()).allSatisfy(file -> {
            assertThat(folder.read(file).whole()).isTrue();
            assertThat(folder.read(file).lines()).hasSize(1);
        });
    }

    @Test
    void no_file_grows_without_end() throws IOException {
        List<Seen> many = java.util.Collections.nCopies(WitnessFolder.MOST_LINES, seen(1));
        folder.write(many);
        folder.write(List.of(seen(2)));

        assertThat(folder.files()).hasSize(2);
        assertThat(folder.read(folder.files().get(0)).lines()).hasSize(WitnessFolder.MOST_LINES);
    }

    @Test
    void only_a_file_to_which_nobody_can_write_any_more_is_finished() throws IOException {
        folder.write(List.of(seen(1)));
        Files.setLastModifiedTime(onlyFile(), FileTime.from(now));
        now = now.plus(Duration.ofMinutes(59));
        assertThat(folder.finished()).isEmpty();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(folder.finished()).containsExactly(onlyFile());
    }

    private Path onlyFile() {
        return folder.files().get(0);
    }

    private static Seen seen(int number) {
        byte[] code = new byte[32];
        code[0] = (byte) number;
        return new Seen(UUID.nameUUIDFromBytes(code), code);
    }
}

package health.chiron.launcher.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingAnArchiveTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(folder.resolve("target"));
    }

    private interface Entries {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private static InputStream tarXz(Entries entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            entries.into(tar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(text.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String destination, byte kind)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(destination);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static InputStream zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void files_programs_and_links_of_a_tar_come_out_as_they_were() throws IOException {
        TarXzArchive.unpack(
                tarXz(tar -> {
                    file(tar, "bin/run", 0755);
                    file(tar, "lib/libx.so.1", 0644);
                    link(tar, "lib/libx.so", "libx.so.1", TarConstants.LF_SYMLINK);
                }),
                target);
        assertThat(target.resolve("bin/run")).isExecutable().hasContent("bin/run");
        assertThat(Files.isExecutable(target.resolve("lib/libx.so.1"))).isFalse();
        assertThat(target.resolve("lib/libx.so")).isSymbolicLink().hasContent("lib/libx.so.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil"})
    void a_tar_entry_that_leads_outside_is_refused(String name) {
        assertThatThrownBy(() -> TarXzArchive.unpack(tarXz(tar -> file(tar, name, 0644)), target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "../..", "inner/../../.."})
    void a_link_that_leads_outside_is_refused(String destination) {
        assertThatThrownBy(() -> TarXzArchive.unpack(
                        tarXz(tar -> link(tar, "link", destination, TarConstants.LF_SYMLINK)), target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads outside");
    }

    @Test
    void a_hard_link_or_device_is_refused() {
        assertThatThrownBy(() ->
                        TarXzArchive.unpack(tarXz(tar -> link(tar, "x", "/etc/passwd", TarConstants.LF_LINK)), target))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TarXzArchive.unpack(tarXz(tar -> link(tar, "x", "", TarConstants.LF_CHR)), target))
                .isInstanceOf(IOException.class);
    }

    @Test
    void something_that_is_no_archive_is_refused() {
        assertThatThrownBy(() -> TarXzArchive.unpack(new ByteArrayInputStream(new byte[100]), target))
                .isInstanceOf(IOException.class);
    }

    @Test
    void files_of_a_zip_come_out() throws IOException {
        ZipArchive.unpack(zip("a/b.txt", "c.txt"), target);
        assertThat(target.resolve("a/b.txt")).hasContent("a/b.txt");
        assertThat(target.resolve("c.txt")).hasContent("c.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil"})
    void a_zip_entry_that_leads_outside_is_refused(String name) {
        assertThatThrownBy(() -> ZipArchive.unpack(zip(name), target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("evil")).doesNotExist();
    }
}

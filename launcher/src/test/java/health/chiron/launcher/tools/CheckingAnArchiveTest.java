package health.chiron.launcher.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingAnArchiveTest {
    @TempDir
    private Path target;

    private static byte[] archive(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("what stands behind the last entry counts too");
            zip.putNextEntry(new ZipEntry("readme"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void unpack(byte[] archive, String sha256) throws IOException {
        PinnedArchive.unpack(new ByteArrayInputStream(archive), sha256, ZipArchive::unpack, target);
    }

    @Test
    void the_known_one_is_unpacked() throws Exception {
        byte[] known = archive("known");
        unpack(known, sha256(known));
        assertThat(target.resolve("readme")).hasContent("known");
    }

    @Test
    void another_one_is_refused() throws Exception {
        String known = sha256(archive("known"));
        byte[] other = archive("other");
        assertThatThrownBy(() -> unpack(other, known))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sha256(other));
    }

    @Test
    void a_change_behind_the_last_entry_is_refused() throws Exception {
        byte[] known = archive("known");
        byte[] changed = known.clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> unpack(changed, sha256(known))).isInstanceOf(IOException.class);
    }
}

package health.chiron.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.DatabaseRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakingSecretsTest {
    @TempDir
    private Path folder;

    @Test
    void every_file_is_readable_for_its_user_only() throws IOException {
        Secrets.in(folder).makeMissing();
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .hasSize(10)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void what_is_there_stays() throws IOException {
        Secrets secrets = Secrets.in(folder);
        secrets.makeMissing();
        String keys = Files.readString(folder.resolve(Secrets.TOKEN_KEYS));
        String password = secrets.of(DatabaseRole.APP).password();
        secrets.makeMissing();
        assertThat(folder.resolve(Secrets.TOKEN_KEYS)).hasContent(keys.strip());
        assertThat(secrets.of(DatabaseRole.APP).password()).isEqualTo(password);
    }

    @Test
    void the_public_keys_hold_the_same_key_without_its_private_half() throws IOException, ParseException {
        Secrets.in(folder).makeKeys();
        JWK full = JWKSet.load(folder.resolve(Secrets.TOKEN_KEYS).toFile())
                .getKeys()
                .get(0);
        JWK half = JWKSet.load(folder.resolve(Secrets.TOKEN_KEYS_PUBLIC).toFile())
                .getKeys()
                .get(0);
        assertThat(full.isPrivate()).isTrue();
        assertThat(half.isPrivate()).isFalse();
        assertThat(full.toPublicJWK()).isEqualTo(half);
        assertThat(full.size()).isEqualTo(2048);
        assertThat(full.getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(full.getKeyUse().identifier()).isEqualTo("sig");
    }

    @Test
    void seals_are_keyed_with_32_bytes() throws IOException {
        Secrets.in(folder).makeKeys();
        for (String name : List.of(Secrets.AUDIT_KEY, Secrets.CODE_KEY, Secrets.TOTP_KEY)) {
            assertThat(Base64.getDecoder()
                            .decode(Files.readString(folder.resolve(name)).strip()))
                    .hasSize(32);
        }
    }

    @Test
    void printing_a_sign_in_does_not_show_the_password() {
        assertThat(new Credentials("admin", "hunter2")).hasToString("Credentials[admin]");
    }
}

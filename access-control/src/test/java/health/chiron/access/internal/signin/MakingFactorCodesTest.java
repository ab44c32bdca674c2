package health.chiron.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.access.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of a second factor, and how its secret is kept. */
class MakingFactorCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void one_step_before_and_one_behind_are_taken_and_no_other() {
        Instant now = Instant.parse("2026-11-20T10:00:10Z");
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            String code = Totp.code(SECRET, step + off, Totp.DIGITS);
            assertThat(Totp.match(SECRET, code, now).isPresent())
                    .as("%s steps", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void a_secret_is_typed_as_rfc_4648_has_it(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void a_sealed_secret_opens_for_its_own_account_under_its_own_key_only() {
        FactorKey key = new FactorKey(filled(1));
        AccountId account = AccountId.next();
        byte[] kept = key.seal(account, SECRET);

        assertThat(kept).hasSize(49);
        assertThat(key.seal(account, SECRET)).isNotEqualTo(kept);
        assertThat(key.open(account, kept)).isEqualTo(SECRET);
        assertThatThrownBy(() -> key.open(AccountId.next(), kept)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new FactorKey(filled(2)).open(account, kept))
                .isInstanceOf(IllegalStateException.class);
        kept[20] ^= 1;
        assertThatThrownBy(() -> key.open(account, kept)).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] filled(int with) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) with);
        return key;
    }
}

package health.chiron.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.access.api.ClientProof;
import health.chiron.domain.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ProvingAsAProgramTest {
    private static TokenRequest request(String id, String secret, String type, String assertion) {
        return new TokenRequest(
                TokenRequest.GrantType.CLIENT_CREDENTIALS, null, null, null, null, id, secret, type, assertion, null);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_secret_in_the_header_is_decoded_as_forms_are() {
        TokenRequest empty = request(null, null, null, null);
        ClientProof proof = ProgramsProof.of(empty, basic("an%2Did:a%2Bb%3Ac"));
        assertThat(proof.clientId()).isEqualTo("an-id");
        assertThat(proof.secret()).isEqualTo("a+b:c");
        assertThat(ProgramsProof.of(empty, basic("id:s").replace("Basic", "bAsIc"))
                        .secret())
                .isEqualTo("s");
    }

    @Test
    void a_header_that_cannot_be_read_proves_nothing() {
        for (String header : new String[] {"Basic ***", basic("no colon"), basic("%zz:%zz"), basic(""), basic(":")}) {
            ClientProof proof = ProgramsProof.of(request(null, null, null, null), header);
            assertThat(proof.assertion()).isNull();
            assertThat(proof.clientId() == null || proof.clientId().isEmpty())
                    .as(header)
                    .isTrue();
        }
    }

    @Test
    void two_proofs_are_refused_and_another_id_in_the_body_proves_nothing() {
        String type = ProgramsProof.ASSERTION_TYPE;
        refused(request("id", "s", null, null), basic("id:s"));
        refused(request(null, null, type, "a.b.c"), basic("id:s"));
        refused(request("id", "s", type, "a.b.c"), null);
        refused(request("id", null, null, "a.b.c"), null);
        assertThat(ProgramsProof.of(request("other", null, null, null), basic("id:s"))
                        .clientId())
                .isNull();
    }

    private static void refused(TokenRequest request, String header) {
        assertThatThrownBy(() -> ProgramsProof.of(request, header)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_belongs_to_another_grant_is_not_passed_over() {
        assertThatThrownBy(() -> new TokenRequest(
                        TokenRequest.GrantType.PASSWORD,
                        "a",
                        "b",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "system/Patient.r"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new TokenRequest(
                        TokenRequest.GrantType.CLIENT_CREDENTIALS, "a", null, null, null, null, null, null, null, null))
                .isInstanceOf(Refusal.class);
    }
}

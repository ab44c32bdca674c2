package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.auth.TokenRequest;
import health.chiron.rest.problem.Failure;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAFormTest {
    @Test
    void an_oauth_client_sends_its_password_as_a_form() throws IOException {
        TokenRequest request = read("grant_type=password&username=robin.hale&password=a%20long+and%26quiet%C3%A9");

        assertThat(request.username()).isEqualTo("robin.hale");
        assertThat(request.password()).isEqualTo("a long and&quieté");
    }

    @ParameterizedTest
    @CsvSource({
        "username=a&username=b, username, doubled",
        "username=a&password=b&scope=all, scope, unknown",
        "grant_type=device_code, grant_type, not_one_of",
        "grant_type=refresh_token, refreshToken, required",
        "username=a, password, required"
    })
    void a_field_that_does_not_fit_is_named(String form, String field, String code) {
        assertThatThrownBy(() -> read(form))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field, Fault::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    @Test
    void an_empty_form_and_a_broken_one_are_refused_as_a_whole() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> read("username=%zz")).isInstanceOf(Failure.class);
    }

    @SuppressWarnings("unchecked")
    private static TokenRequest read(String form) throws IOException {
        Class<Record> type = (Class<Record>) (Class<?>) TokenRequest.class;
        return (TokenRequest) new FormBody()
                .readFrom(
                        type,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                        null,
                        new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
    }
}

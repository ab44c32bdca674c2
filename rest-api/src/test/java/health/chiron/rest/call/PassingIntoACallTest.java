package health.chiron.rest.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Fault;
import health.chiron.rest.audit.AuditResource;
import health.chiron.rest.problem.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassingIntoACallTest {
    @Test
    void the_parameters_of_a_method_and_of_its_filters_are_known() {
        Method search = Arrays.stream(AuditResource.class.getMethods())
                .filter(method -> method.getName().equals("searchAccessLog"))
                .findFirst()
                .orElseThrow();

        assertThat(KnownParameters.of(search))
                .containsExactlyInAnyOrder(
                        "patient_id",
                        "account_id",
                        "clinic_id",
                        "grant_id",
                        "action",
                        "category",
                        "outcome",
                        "relationship",
                        "channel",
                        "request_id",
                        "address",
                        "sort",
                        "order",
                        "from",
                        "until",
                        "limit",
                        "offset");
    }

    @Test
    void an_unknown_or_doubled_parameter_is_named_and_a_strange_name_is_not_repeated() {
        List<Fault> faults = KnownParameters.faults(
                Set.of("limit"), Map.of("limt", List.of("1"), "limit", List.of("1", "2"), "<script>", List.of("")));

        assertThat(faults)
                .extracting(Fault::field, Fault::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("limt", "unknown"),
                        org.assertj.core.groups.Tuple.tuple("limit", "doubled"),
                        org.assertj.core.groups.Tuple.tuple("?", "unknown"));
    }

    @Test
    void a_body_up_to_the_limit_passes_and_one_byte_more_does_not() throws Exception {
        try (InputStream fits = new BodyLimit.Counted(new ByteArrayInputStream(new byte[10]), 10);
                InputStream tooLong = new BodyLimit.Counted(new ByteArrayInputStream(new byte[11]), 10)) {
            assertThat(fits.readAllBytes()).hasSize(10);
            assertThatThrownBy(tooLong::readAllBytes)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.status()).isEqualTo(413));
        }
    }

    @Test
    void a_method_that_the_server_added_is_closed() {
        assertThat(SignedIn.isOpen(null)).isFalse();
    }

    @Test
    void a_token_that_says_a_thing_twice_has_no_one_reading() {
        assertThat(SignedIn.hasOneReading(token("{}", "{\"sub\":\"a\",\"sid\":\"b\"}")))
                .isTrue();
        assertThat(SignedIn.hasOneReading(token("{}", "{\"sub\":\"a\",\"sub\":\"b\"}")))
                .isFalse();
        assertThat(SignedIn.hasOneReading(token("{\"alg\":\"RS256\",\"alg\":\"none\"}", "{}")))
                .isFalse();
    }

    private static String token(String header, String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}

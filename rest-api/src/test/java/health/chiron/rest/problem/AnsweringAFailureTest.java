package health.chiron.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.SqlFailure;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.wire.Json;
import jakarta.ejb.EJBException;
import jakarta.ws.rs.BadRequestException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnsweringAFailureTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Refusal.invalid("a", "required", "m"), 400),
                Arguments.of(Refusal.unauthenticated("sign-in/failed", "m"), 401),
                Arguments.of(Refusal.forbidden("access/not-included", "m"), 403),
                Arguments.of(Refusal.notFound(), 404),
                Arguments.of(Refusal.conflict("records/visit-signed", "m"), 409),
                Arguments.of(Refusal.stale(), 412),
                Arguments.of(Refusal.tooMany("sign-in/locked", "m", Duration.ofSeconds(1)), 429));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_kind_of_refusal_has_its_status_also_wrapped_by_the_container(Refusal refusal, int status) {
        assertThat(new RefusalMapper().failureFor(refusal).status()).isEqualTo(status);
        assertThat(new EjbMapper().failureFor(new EJBException(refusal)).status())
                .isEqualTo(status);
        assertThat(new EjbMapper()
                        .failureFor(new EJBException(new EJBException(refusal)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void every_kind_of_refusal_is_in_the_list_above() {
        assertThat(refusals().map(each -> ((Refusal) each.get()[0]).kind()))
                .containsExactlyInAnyOrder(Refusal.Kind.values());
    }

    @Test
    void fields_have_the_names_of_the_wire() {
        Refusal refusal =
                Refusal.invalid(List.of(new Fault("patient.givenName", "required", "This field is required.")));

        Problem problem = Problem.of(Failure.of(refusal), "request-1");

        assertThat(Json.write(problem))
                .isEqualTo(
                        "{\"type\":\"/api/docs/problems.html#invalid\",\"title\":\"Not valid\",\"status\":400,"
                                + "\"detail\":\"Some fields need to be corrected.\",\"code\":\"invalid\",\"request_id\":\"request-1\","
                                + "\"errors\":[{\"field\":\"patient.given_name\",\"code\":\"required\",\"message\":\"This field is required.\"}]}");
    }

    @Test
    void too_often_says_how_long_to_wait_rounded_up() {
        Refusal refusal = Refusal.tooMany("sign-in/locked", "m", Duration.ofMillis(61_001));

        assertThat(Failure.of(refusal).headers()).containsEntry("Retry-After", "62");
    }

    @Test
    void not_signed_in_says_how() {
        assertThat(Failure.tokenMissing().headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"chiron\"");
        assertThat(Failure.of(Refusal.unauthenticated("sign-in/needed", "m")).headers())
                .containsKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @CsvSource({
        "400,400", "404,404", "405,405", "406,406", "413,413", "415,415", "418,418", "500,500", "302,500", "502,500",
        "503,503"
    })
    void what_the_server_refuses_keeps_its_status_if_it_is_the_clients_fault(int status, int answered) {
        assertThat(JaxRsMapper.forStatus(status, "GET").status()).isEqualTo(answered);
    }

    @Test
    void a_refusal_inside_of_a_parameter_s_exception_decides() {
        Failure failure =
                new JaxRsMapper().failureFor(new BadRequestException(Refusal.invalid("limit", "format", "m")));

        assertThat(failure.faults()).extracting(Fault::field).containsExactly("limit");
    }

    @Test
    void what_breaks_inside_says_nothing_of_the_inside() {
        Failure failure = new LastResortMapper().failureFor(new IllegalStateException("SELECT secret"));

        assertThat(Json.write(Problem.of(failure, "request-1")))
                .doesNotContain("secret")
                .doesNotContain("Exception");
        assertThat(new EjbMapper().failureFor(new EJBException("secret")).status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"08006,503", "57P01,503", ",503", "23505,500", "42501,500"})
    void a_lost_database_passes_and_a_refused_statement_is_our_fault(String state, int status) {
        SqlFailure failure = new SqlFailure(new SQLException("Failing row contains (Bella)", state));

        assertThat(new SqlMapper().failureFor(failure).status()).isEqualTo(status);
    }
}

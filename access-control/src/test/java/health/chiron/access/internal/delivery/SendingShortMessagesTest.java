package health.chiron.access.internal.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The courier against a gateway that answers over HTTP, well and badly. */
class SendingShortMessagesTest {
    private static final String TO = "+491701234567";
    private static final String TEXT = "Code: 123456 für \"Käthe\"\n";
    private static final WireMockServer GATEWAY =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final SmsCourier courier = new SmsCourier();

    @BeforeAll
    static void the_gateway_runs() {
        GATEWAY.start();
    }

    @AfterAll
    static void the_gateway_ends() {
        GATEWAY.stop();
    }

    @BeforeEach
    void the_gateway_is_known() {
        GATEWAY.resetAll();
        courier.url = Optional.of(URI.create(GATEWAY.url("/send")));
        courier.token = Optional.of("gateway-token");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        GATEWAY.stubFor(post(anyUrl()).willReturn(answer));
    }

    private void send() throws CourierFailure {
        courier.carry(new Outgoing(Outgoing.Channel.SMS, TO, "Subject", TEXT));
    }

    private void fails(String because) {
        assertThatThrownBy(this::send)
                .isInstanceOf(CourierFailure.class)
                .hasMessageContaining(because)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(TO, "123456", "gateway-token"))
                .hasNoCause();
    }

    @Test
    void target_and_text_are_posted_as_json_with_the_token() throws CourierFailure {
        answers(ok());
        send();
        GATEWAY.verify(
                1,
                postRequestedFor(urlEqualTo("/send"))
                        .withHeader("Authorization", equalTo("Bearer gateway-token"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson(
                                "{\"to\": \"+491701234567\", \"text\": \"Code: 123456 für \\\"Käthe\\\"\\n\"}")));
    }

    @Test
    void without_a_token_none_is_sent() throws CourierFailure {
        answers(ok());
        courier.token = Optional.empty();
        send();
        GATEWAY.verify(1, postRequestedFor(anyUrl()).withHeader("Authorization", absent()));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void an_answer_of_two_hundred_and_something_is_enough_whatever_it_says(int status) throws CourierFailure {
        answers(aResponse().withStatus(status).withBody(status == 204 ? null : "no {json"));
        send();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 429, 500, 502, 503})
    void any_other_answer_is_a_failure_that_names_the_status_only(int status) {
        answers(aResponse().withStatus(status).withBody("unknown number " + TO));
        fails(Integer.toString(status));
    }

    @Test
    void the_token_follows_no_redirection() {
        answers(temporaryRedirect(GATEWAY.url("/elsewhere")));
        fails("302");
        GATEWAY.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"
            })
    void a_broken_connection_is_a_failure(Fault fault) {
        answers(aResponse().withFault(fault));
        fails("cannot be reached");
    }

    @Test
    void a_gateway_that_takes_too_long_is_given_up() {
        courier.patience = Duration.ofMillis(200);
        answers(ok().withFixedDelay(3000));
        fails("cannot be reached");
    }

    @Test
    void a_gateway_that_drips_its_answer_is_given_up() {
        courier.patience = Duration.ofMillis(300);
        answers(ok("slowly, slowly").withChunkedDribbleDelay(5, 5000));
        fails("cannot be reached");
    }

    @Test
    void a_gateway_that_is_away_is_a_failure() {
        courier.url = Optional.of(URI.create("http://127.0.0.1:1/send"));
        fails("cannot be reached");
    }

    @Test
    void without_a_gateway_it_is_a_failure() {
        courier.url = Optional.empty();
        fails("CHIRON_SMS_URL");
    }
}

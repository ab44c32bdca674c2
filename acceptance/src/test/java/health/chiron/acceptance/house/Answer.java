package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * What the API answered.
 *
 * @param json the body; a missing node when there was none or it was no JSON
 * @param text the body as it came
 */
public record Answer(int status, JsonNode json, String text, HttpHeaders headers) {
    /** Fails the test with the whole answer when the status is another. */
    public Answer mustBe(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** A value of the body by path, such as {@code owner/contact}. */
    public String text(String path) {
        return json.at("/" + path).asText();
    }

    /** The entity tag. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow();
    }

    /** The fields that a problem names. */
    public List<String> fields() {
        return json.path("errors").findValuesAsText("field");
    }
}

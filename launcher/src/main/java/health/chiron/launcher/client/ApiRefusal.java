package health.chiron.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.Json;
import java.util.Arrays;

/** A call that the API refused, in the API's own words (RFC 9457). */
public final class ApiRefusal extends LauncherException {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int status;
    private final String code;
    private final String reason;

    private ApiRefusal(String call, int status, String code, String field, String reason) {
        super("The API refused " + call + " with " + status + (code.isEmpty() ? "" : " (" + code + ")") + ": "
                + (field.isEmpty() ? "" : field + ": ") + reason);
        this.call = call;
        this.status = status;
        this.code = code;
        this.reason = reason;
    }

    /**
     * Reads the refusal from an answer.
     *
     * @param call the method and path, without ids of people
     */
    static ApiRefusal of(String call, int status, String body) {
        JsonNode problem = parsed(body);
        JsonNode fault = problem.path("errors").path(0);
        String code = problem.path("code").asText("");
        if (code.equals("invalid") && fault.has("code")) {
            code = fault.path("code").asText();
        }
        String reason =
                (fault.has("message") ? fault.path("message") : problem.path("detail")).asText("no reason was given");
        String field = fault.path("field").asText("");
        return new ApiRefusal(call, status, code, field, reason);
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode problem = Json.mapper().readTree(body);
            return problem == null ? Json.mapper().createObjectNode() : problem;
        } catch (JsonProcessingException e) {
            return Json.mapper().createObjectNode();
        }
    }

    /** Whether one of these paths was called. */
    public boolean isOf(String... paths) {
        return Arrays.stream(paths).anyMatch(path -> call.endsWith(" " + path));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code: of the first field that was wrong, else of the problem; empty when the answer was no problem. */
    public String code() {
        return code;
    }

    /** One sentence for a person: about the first field that was wrong, else about the call. */
    public String reason() {
        return reason;
    }
}

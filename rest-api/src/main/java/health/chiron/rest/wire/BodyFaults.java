package health.chiron.rest.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.problem.Failure;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a body in the house's words: the field's path, a code, what was expected. Never the value. */
final class BodyFaults {
    /** What a field's name may look like to be repeated in an answer; anything else stays unsaid. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private BodyFaults() {}

    static RuntimeException of(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Failure failure -> {
                    return failure;
                }
                case Refusal refusal -> {
                    return refusal;
                }
                case StreamConstraintsException tooMuch -> {
                    return Failure.beyondLimits();
                }
                case JsonParseException syntax -> {
                    return isDoubledName(syntax) ? doubled(syntax) : Failure.malformedJson();
                }
                default -> {
                    // Goes on to the next cause.
                }
            }
        }
        return e instanceof JsonMappingException mapping ? mapped(mapping) : Failure.malformedJson();
    }

    static RuntimeException notAnObject() {
        return Refusal.invalid("", "wrong_type", "The body must be a JSON object.");
    }

    private static RuntimeException mapped(JsonMappingException e) {
        String path = path(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return Refusal.invalid(path, "unknown", "There is no such field here.");
        }
        if (!(e instanceof MismatchedInputException mismatch)) {
            return Refusal.invalid(path, "wrong_type", "This number is out of range.");
        }
        Class<?> type = mismatch.getTargetType() == null ? Object.class : mismatch.getTargetType();
        boolean textThatDoesNotFit = e instanceof InvalidFormatException format && format.getValue() instanceof String;
        String code = !textThatDoesNotFit ? "wrong_type" : type.isEnum() ? "not_one_of" : "format";
        return Refusal.invalid(path, code, Scalars.expected(type));
    }

    /** Jackson has no type of its own for a doubled name; a test pins its words. */
    private static boolean isDoubledName(JsonParseException e) {
        return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate field");
    }

    private static RuntimeException doubled(JsonParseException e) {
        JsonStreamContext at =
                e.getProcessor() == null ? null : e.getProcessor().getParsingContext();
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext each = at; each != null && !each.inRoot(); each = each.getParent()) {
            String step = each.inArray() ? "[" + each.getCurrentIndex() + "]" : shown(each.getCurrentName());
            path.insert(0, path.isEmpty() || path.charAt(0) == '[' ? step : step + ".");
        }
        return Refusal.invalid(path.toString(), "doubled", "This field is there twice.");
    }

    private static String path(List<JsonMappingException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shown(step.getFieldName()));
            }
        }
        return path.toString();
    }

    /** The name, if it looks like one: a stray value in the place of a name is not sent back. */
    static String shown(String name) {
        return name != null && NAME.matcher(name).matches() ? name : "?";
    }
}

package health.chiron.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.problem.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON as this API speaks it. Reading is strict: unknown and doubled names, wrong types, numbers as text, text behind the
 * end are refused with the field's name, never with the value. What is not there is left out of answers.
 */
public final class Json {
    /** The deepest body there is reaches four; more is an attack on the stack. */
    private static final int DEEPEST = 16;
    /** The longest text field has 20 000 characters; the field's own limit answers with its name. */
    private static final int LONGEST_TEXT = 500_000;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(new LowerCaseEnums())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(scalars())
            .addModule(Words.module())
            .build();

    private Json() {}

    /**
     * Reads a body.
     *
     * @throws Refusal naming the field that is unknown, doubled or of the wrong type
     * @throws Failure when the body as a whole cannot be read
     */
    public static <T> T read(InputStream body, Class<T> type) throws IOException {
        try (JsonParser in = MAPPER.createParser(body)) {
            return read(in, type);
        } catch (JsonProcessingException e) {
            throw BodyFaults.of(e);
        }
    }

    private static <T> T read(JsonParser in, Class<T> type) throws IOException {
        JsonToken first = in.nextToken();
        if (first == null) {
            throw Failure.emptyBody();
        }
        if (first != JsonToken.START_OBJECT) {
            throw BodyFaults.notAnObject();
        }
        T value = MAPPER.readValue(in, type);
        if (in.nextToken() != null) {
            throw Failure.malformedJson();
        }
        return value;
    }

    /** Takes what a form said as if it had been said in JSON. */
    static <T> T take(Map<String, String> form, Class<T> type) {
        try {
            JsonNode tree = MAPPER.valueToTree(form);
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw BodyFaults.of(e);
        }
    }

    /** Whether this is JSON that every reader reads alike: well-formed, and no name twice in one object. */
    public static boolean hasOneReading(byte[] json) {
        try (JsonParser in = MAPPER.createParser(json)) {
            JsonToken token = in.nextToken();
            while (token != null) {
                token = in.nextToken();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes an answer as UTF-8 and leaves the stream open, as the server closes it. */
    public static void write(Object answer, OutputStream out) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, answer);
    }

    /** Writes an answer as text. */
    public static String write(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static SimpleModule scalars() {
        SimpleModule module = new SimpleModule("scalars")
                .addSerializer(new AsText<>(Id.class, id -> id.value().toString()))
                .addSerializer(new AsText<>(Instant.class, Instant::toString))
                .addSerializer(new AsText<>(LocalDate.class, LocalDate::toString))
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(BigDecimal.class, new Decimal());
        fromText(module, Instant.class);
        fromText(module, LocalDate.class);
        WireIds.READERS.keySet().forEach(type -> fromText(module, type));
        return module;
    }

    private static <T> void fromText(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, new FromText<>(type));
    }

    /** Enum constants travel in lower case. */
    private static final class LowerCaseEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(WireNames::of).toArray(String[]::new);
        }
    }

    private static final class AsText<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, ?> reader;

        FromText(Class<T> type) {
            super(type);
            this.reader = Scalars.readerFor(type);
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return type().cast(context.handleUnexpectedToken(handledType(), in));
            }
            try {
                return type().cast(reader.apply(in.getText()));
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException("", handledType(), "malformed");
            }
        }

        @SuppressWarnings("unchecked")
        private Class<T> type() {
            return (Class<T>) handledType();
        }
    }

    /** Text only, without the two things that no database column takes: U+0000 and halves of surrogate pairs. */
    private static final class PlainText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String text = in.getText();
            if (text.codePoints()
                    .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
                throw context.weirdStringException("", String.class, "unpaired surrogate or U+0000");
            }
            return text;
        }
    }

    /** A number of a size that somebody could have measured. */
    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT) && !in.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            BigDecimal value = in.getDecimalValue();
            if (Math.abs((long) value.scale()) > Scalars.MOST_DIGITS || value.precision() > Scalars.MOST_DIGITS) {
                throw context.weirdNumberException(0, BigDecimal.class, "too many digits");
            }
            return value;
        }
    }
}

package health.chiron.rest.wire;

import health.chiron.domain.shared.Refusal;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads ids, enums, numbers, dates and times in paths and queries. A path that does not fit leads nowhere: 404. A query
 * parameter that does not fit is named: 400.
 */
@Provider
public class WireParams implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = Scalars.readerFor(type);
        return reader == null ? null : new Converter<>(type, reader, queryName(annotations));
    }

    private static Optional<String> queryName(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(each -> ((QueryParam) each).value())
                .findFirst();
    }

    private record Converter<T>(Class<T> type, Function<String, ?> reader, Optional<String> queryName)
            implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(reader.apply(text));
            } catch (IllegalArgumentException e) {
                // JAX-RS lets nothing but its own exceptions through here; the mapper finds the refusal inside.
                throw queryName
                        .<RuntimeException>map(name -> new BadRequestException(
                                Refusal.invalid(name, type.isEnum() ? "not_one_of" : "format", Scalars.expected(type))))
                        .orElseGet(NotFoundException::new);
            }
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> constant ? WireNames.of(constant) : value.toString();
        }
    }
}

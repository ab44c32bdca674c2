package health.chiron.portal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** Dates and numbers as browsers and people send them; {@code convert} in pages. */
@Named("convert")
@RequestScoped
public class Converters {
    private static final int LONGEST = 40;
    private CurrentUser me;

    /** For the container. */
    protected Converters() {}

    /** @param me whose decimal mark */
    @Inject
    public Converters(CurrentUser me) {
        this.me = me;
    }

    /** A date field's ISO date. */
    public Converter<LocalDate> getDate() {
        return new Plain<>(LocalDate::parse, LocalDate::toString);
    }

    /** A date and time field's ISO value without a zone. */
    public Converter<LocalDateTime> getDateTime() {
        return new Plain<>(LocalDateTime::parse, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")::format);
    }

    /** A number; a comma or a point as decimal mark, no thousands. */
    public Converter<BigDecimal> getNumber() {
        boolean comma = me.getLanguage().equals("de");
        return new Plain<>(
                text -> {
                    if (!text.matches("-?[0-9]{1,9}([.,][0-9]{1,6})?")) {
                        throw new NumberFormatException("not a number");
                    }
                    return new BigDecimal(text.replace(',', '.'));
                },
                number -> comma ? number.toPlainString().replace('.', ',') : number.toPlainString());
    }

    /** A whole number. */
    public Converter<Integer> getWhole() {
        return new Plain<>(Integer::valueOf, String::valueOf);
    }

    private record Plain<T>(Function<String, T> reader, Function<T, String> writer) implements Converter<T> {
        @Override
        public T getAsObject(FacesContext context, UIComponent component, String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                if (text.length() > LONGEST) {
                    throw new ConverterException("too long");
                }
                return reader.apply(text.trim());
            } catch (DateTimeException | NumberFormatException e) {
                throw new ConverterException(e);
            }
        }

        @Override
        public String getAsString(FacesContext context, UIComponent component, T value) {
            return value == null ? "" : writer.apply(value);
        }
    }
}

package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAParameterTest {
    @QueryParam("start_date")
    private static final Object IN_QUERY = new Object();

    @PathParam("patient_id")
    private static final Object IN_PATH = new Object();

    @Test
    void a_day_belongs_to_the_span_as_a_whole() {
        DayOrTime day = query(DayOrTime.class).fromString("2026-11-20");

        assertThat(day.asStart()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(day.asEnd()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    }

    @Test
    void a_time_is_taken_as_it_stands() {
        assertThat(query(DayOrTime.class)
                        .fromString("2026-11-20T10:00:00+02:00")
                        .asEnd())
                .isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-13-01", "+026-11-20", "2026-11-20T10:00", "12026-11-20"})
    void a_query_parameter_that_does_not_fit_is_named(String text) {
        assertThatThrownBy(() -> query(DayOrTime.class).fromString(text))
                .isInstanceOf(BadRequestException.class)
                .extracting(Throwable::getCause)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactly("start_date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "019ab3c5-7e10-7cc3-98c4", "1-1-1-1-1", "019ab3c57e107cc398c4dc0c0c07398f"})
    void a_path_that_holds_no_id_leads_nowhere(String text) {
        ParamConverter<PatientId> reader =
                new WireParams().getConverter(PatientId.class, PatientId.class, on("IN_PATH"));

        assertThatThrownBy(() -> reader.fromString(text)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void words_numbers_dates_and_truths_are_read() {
        assertThat(query(VisitType.class).fromString("follow_up")).isEqualTo(VisitType.FOLLOW_UP);
        assertThat(query(Integer.class).fromString("-7")).isEqualTo(-7);
        assertThat(query(LocalDate.class).fromString("2019-04-02")).isEqualTo(LocalDate.of(2019, 4, 2));
        assertThat(query(Boolean.class).fromString("true")).isTrue();
        assertThatThrownBy(() -> query(Boolean.class).fromString("yes")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> query(VisitType.class).fromString("FOLLOW_UP"))
                .isInstanceOf(BadRequestException.class);
    }

    private static <T> ParamConverter<T> query(Class<T> type) {
        return new WireParams().getConverter(type, type, on("IN_QUERY"));
    }

    private static Annotation[] on(String field) {
        try {
            return ReadingAParameterTest.class.getDeclaredField(field).getAnnotations();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}

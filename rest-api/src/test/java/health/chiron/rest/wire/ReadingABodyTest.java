package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.RegisterPatient;
import health.chiron.records.api.VisitContent;
import health.chiron.rest.problem.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingABodyTest {
    @Test
    void a_visit_is_read_with_its_words_dates_and_quantities() throws IOException {
        VisitContent content = visit("""
                {"visit_type":"routine_checkup","visit_date":"2026-11-20T15:30:00+01:00","follow_up_date":"2026-12-01",
                 "weight":{"value":27.40,"unit":"kg"},"vital_signs":{"heart_rate":92}}""");

        assertThat(content.visitType()).isEqualTo(VisitType.ROUTINE_CHECKUP);
        assertThat(content.visitDate()).isEqualTo(Instant.parse("2026-11-20T14:30:00Z"));
        assertThat(content.followUpDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(content.weight().value()).isEqualByComparingTo(new BigDecimal("27.4"));
        assertThat(content.vitalSigns().heartRate()).isEqualTo(92);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"visit_typ":"emergency"}                                   | visit_typ           | unknown
            {"visitType":"emergency"}                                   | visitType           | unknown
            {"vital_signs":{"pulse":60}}                                | vital_signs.pulse   | unknown
            {"visit_type":"emergency","visit_type":"surgery"}           | visit_type          | doubled
            {"vital_signs":{"systolic":1,"systolic":2}}                 | vital_signs.systolic | doubled
            {"visit_type":"EMERGENCY"}                                  | visit_type          | not_one_of
            {"visit_type":""}                                           | visit_type          | not_one_of
            {"visit_type":1}                                            | visit_type          | wrong_type
            {"diagnosis":5}                                             | diagnosis           | wrong_type
            {"diagnosis":true}                                          | diagnosis           | wrong_type
            {"diagnosis":["a"]}                                         | diagnosis           | wrong_type
            {"diagnosis":{"a":1}}                                       | diagnosis           | wrong_type
            {"diagnosis":"a\\u0000b"}                                   | diagnosis           | format
            {"diagnosis":"a\\ud800b"}                                   | diagnosis           | format
            {"duration_minutes":"30"}                                   | duration_minutes    | wrong_type
            {"duration_minutes":30.5}                                   | duration_minutes    | wrong_type
            {"duration_minutes":99999999999}                            | duration_minutes    | wrong_type
            {"duration_minutes":true}                                   | duration_minutes    | wrong_type
            {"follow_up_required":"true"}                               | follow_up_required  | wrong_type
            {"follow_up_required":1}                                    | follow_up_required  | wrong_type
            {"follow_up_date":"2026-02-30"}                             | follow_up_date      | format
            {"follow_up_date":"1.12.2026"}                              | follow_up_date      | format
            {"follow_up_date":20261201}                                 | follow_up_date      | wrong_type
            {"visit_date":"2026-11-20"}                                 | visit_date          | format
            {"visit_date":"2026-11-20T14:30:00"}                        | visit_date          | format
            {"visit_date":1763649000}                                   | visit_date          | wrong_type
            {"weight":{"value":"27","unit":"kg"}}                       | weight.value        | wrong_type
            {"weight":{"value":1e999999999,"unit":"kg"}}                | weight.value        | wrong_type
            {"weight":27}                                               | weight              | wrong_type
            {"clinic_id":"12"}                                          | clinic_id           | format
            {"clinic_id":{"value":"019ab3c5-7e10-7cc3-98c4-dc0c0c07398f"}} | clinic_id        | wrong_type
            """)
    void a_field_that_does_not_fit_is_named_and_its_value_is_not_repeated(String body, String field, String code) {
        Refusal refusal = (Refusal) catchThrowable(() -> visit(body));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.faults())
                .extracting(Fault::field, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"diagnosis\":{\"secret\":1}}", "{\"visit_type\":\"secret\"}", "{\"visit_date\":\"secret\"}",
                        "{\"clinic_id\":\"secret\"}",
                "{\"secret", "{\"diagnosis\":secret}", "{\"secret value, not a name\":1}",
                        "{\"follow_up_date\":\"secret\"}"
            })
    void what_was_rejected_is_not_repeated(String body) {
        Throwable thrown = catchThrowable(() -> visit(body));

        String said = thrown.getMessage() + (thrown instanceof Refusal refusal ? refusal.faults() : "");
        assertThat(said).doesNotContain("secret");
        assertThat(thrown.getCause()).isNull();
    }

    @Test
    void a_field_in_a_list_is_named_with_its_place() {
        String body = """
                {"patient":{"identifiers":[{"system":"a","value":"1"},{"system":"b","value":2}]}}""";

        Refusal refusal =
                (Refusal) catchThrowable(() -> Json.read(stream(body, StandardCharsets.UTF_8), RegisterPatient.class));

        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("patient.identifiers[1].value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"diagnosis":"a"        | request/malformed-json
            {"diagnosis":"a",}      | request/malformed-json
            {'diagnosis':'a'}       | request/malformed-json
            {"diagnosis":"a"} {}    | request/malformed-json
            {"diagnosis":"a"}x      | request/malformed-json
            {"duration_minutes":NaN} | request/malformed-json
            {"duration_minutes":01} | request/malformed-json
            {"a":1 /* b */}         | request/malformed-json
            """, quoteCharacter = '~')
    void what_is_no_json_is_refused_as_a_whole(String body, String code) {
        assertThatThrownBy(() -> visit(body)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "5", "null", "true", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})
    void what_is_no_object_is_refused(String body) {
        assertThatThrownBy(() -> visit(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactly(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void an_empty_body_is_refused_as_empty(String body) {
        assertThatThrownBy(() -> visit(body))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("request/empty-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":", "{\"weight\":", "{\"diagnosis\":[["})
    void deep_nesting_is_refused_before_it_costs_anything(String level) {
        Throwable thrown = catchThrowable(() -> visit(level.repeat(100_000)));

        assertThat(thrown).isInstanceOfAny(Refusal.class, Failure.class);
    }

    @Test
    void a_text_beyond_any_field_is_refused() {
        String body = "{\"diagnosis\":\"" + "x".repeat(600_000) + "\"}";

        assertThatThrownBy(() -> visit(body))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("request/too-complex"));
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() {
        assertThatThrownBy(() ->
                        Json.read(stream("{\"diagnosis\":\"ä\"}", StandardCharsets.ISO_8859_1), VisitContent.class))
                .isInstanceOf(Failure.class);
    }

    private static VisitContent visit(String body) throws IOException {
        return Json.read(stream(body, StandardCharsets.UTF_8), VisitContent.class);
    }

    private static ByteArrayInputStream stream(String body, Charset charset) {
        return new ByteArrayInputStream(body.getBytes(charset));
    }
}

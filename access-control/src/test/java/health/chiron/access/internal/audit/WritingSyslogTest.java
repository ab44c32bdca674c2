package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of the log as a message of RFC 5424. */
class WritingSyslogTest {
    private static final Instant AT = Instant.parse("2026-11-30T20:38:15.120Z");
    private static final String HASH = "0f".repeat(32);

    private final Map<String, String> columns = new HashMap<>(Map.of(
            "event_id", "01935f00-0000-7000-8000-00000000000a",
            "account_id", "01935f00-0000-7000-8000-00000000000b",
            "account_kind", "DOCTOR",
            "request_id", "9b2f0c1e",
            "action", "READ",
            "category", "CHART",
            "operation", "Chart.summary",
            "outcome", "PERMITTED",
            "channel", "API",
            "address", "2001:db8::7"));

    private String written() {
        return written("records.northside.health");
    }

    private String written(String host) {
        return new String(SyslogMessage.of(new ShippedRow(42, HASH, AT, false, columns), host), StandardCharsets.UTF_8);
    }

    @Test
    void it_has_a_header_the_ids_in_their_order_and_words_for_people() {
        assertThat(written())
                .isEqualTo(
                        "<110>1 2026-11-30T20:38:15.120000Z records.northside.health chiron - READ [chiron@32473 number=\"42\" hash=\""
                                + HASH
                                + "\" event_id=\"01935f00-0000-7000-8000-00000000000a\" account_id=\"01935f00-0000-7000-8000-00000000000b\""
                                + " account_kind=\"DOCTOR\" request_id=\"9b2f0c1e\" action=\"READ\" category=\"CHART\" operation=\"Chart.summary\""
                                + " outcome=\"PERMITTED\" channel=\"API\" address=\"2001:db8::7\"] READ CHART PERMITTED");
    }

    @ParameterizedTest
    @CsvSource({"PERMITTED, 110", "FAILED, 109", "DENIED, 108"})
    void what_was_refused_weighs_more(String outcome, int priority) {
        columns.put("outcome", outcome);
        assertThat(written()).startsWith("<" + priority + ">1 ");
    }

    @Test
    void three_signs_are_escaped_and_what_controls_a_terminal_is_not_sent() {
        columns.put("reason", "a\"b\\c]d\ne\u001b[31mf\u0000");
        assertThat(written()).contains(" reason=\"a\\\"b\\\\c\\]d?e?[31mf?\"");
    }

    @Test
    void nobody_writes_a_second_message_or_element_into_one() {
        columns.put("request_id", "x\"] forged [chiron@32473 outcome=\"PERMITTED");
        columns.put("action", "READ\n<110>1 forged");
        String line = written();
        assertThat(line)
                .doesNotContain("\n", "\"] forged")
                .startsWith(
                        "<110>1 2026-11-30T20:38:15.120000Z records.northside.health chiron - READ?<110>1?forged [");
    }

    @Test
    void a_value_is_utf_8_and_cut_between_signs() {
        columns.put("relationship", "ä".repeat(30));
        columns.put("account_kind", "\"".repeat(30));
        columns.put("reason", "🐕".repeat(30));
        assertThat(written())
                .contains(
                        " relationship=\"" + "ä".repeat(20) + "\"",
                        " account_kind=\"" + "\\\"".repeat(10) + "\"",
                        " reason=\"" + "🐕".repeat(20) + "\"");
    }

    @Test
    void the_longest_is_taken_by_every_receiver() {
        for (SyslogMessage.Column column : SyslogMessage.COLUMNS) {
            columns.put(column.name(), "]".repeat(500));
        }
        assertThat(SyslogMessage.of(new ShippedRow(Long.MAX_VALUE, HASH, AT, false, columns), "h".repeat(400)))
                .hasSizeLessThanOrEqualTo(SyslogMessage.MOST_OCTETS);
    }

    @Test
    void a_host_without_a_name_is_left_open() {
        assertThat(written(null)).startsWith("<110>1 2026-11-30T20:38:15.120000Z - chiron - READ [");
    }

    @Test
    void a_row_that_is_gone_is_an_error_with_its_place_and_id() {
        String line = new String(
                SyslogMessage.of(
                        new ShippedRow(7, HASH, AT, true, Map.of("event_id", "01935f00-0000-7000-8000-00000000000a")),
                        "h"),
                StandardCharsets.UTF_8);
        assertThat(line)
                .isEqualTo("<107>1 2026-11-30T20:38:15.120000Z h chiron - MISSING [chiron@32473 number=\"7\" hash=\""
                        + HASH
                        + "\" event_id=\"01935f00-0000-7000-8000-00000000000a\"] a sealed row of the log is gone");
    }

    @Test
    void what_a_person_has_typed_is_on_no_list_of_what_is_sent() {
        columns.put("purpose", "Check of the hip of Pia Canary");
        assertThat(written()).doesNotContain("purpose", "Canary");
        assertThat(SyslogMessage.COLUMNS)
                .extracting(SyslogMessage.Column::name)
                .doesNotContain("purpose", "session_id");
    }
}

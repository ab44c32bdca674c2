package health.chiron.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "a,b|\"a,b\"",
                "say \"no\"|\"say \"\"no\"\"\"",
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "-2|'-2",
                "+49 30|'+49 30",
                "=a,b|\"'=a,b\""
            })
    void a_cell_is_quoted_where_it_has_to_be_and_is_no_formula(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0B1"})
    void what_a_spreadsheet_would_trim_or_widen_is_no_formula_either(String text) {
        assertThat(Csv.cell(text)).contains("'" + text);
    }

    @Test
    void a_row_ends_with_carriage_return_and_line_feed() throws IOException {
        StringBuilder out = new StringBuilder();
        Csv.row(out, "a", null, 3);

        assertThat(out).hasToString("a,,3\r\n");
    }
}

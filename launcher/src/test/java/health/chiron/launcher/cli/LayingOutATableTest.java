package health.chiron.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayingOutATableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        String table = Table.layOut(List.of(List.of("id", "name"), List.of("1", "Rex"), List.of("12", "Luna")));
        assertThat(table).isEqualTo("""
                        id | name
                        ---+-----
                        1  | Rex
                        12 | Luna
                        2 rows
                        """);
    }

    @Test
    void null_differs_from_an_empty_text_and_a_line_break_stays_inside_its_cell() {
        String table = Table.layOut(List.of(List.of("a", "b"), Arrays.asList(null, "x\ny")));
        assertThat(table).contains("\u00b7 | x y").endsWith("1 row\n");
    }
}

package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/access-matrix.md is made of the tables that the build proves, so it cannot say anything else. Run with {@code -Dmatrix.write=true}
 * to write it anew.
 */
class PrintingTheMatrixIT {
    private static final Path PAGE = Path.of("../docs/access-matrix.md");
    private static final Path CELLS =
            Path.of("../access-control/src/test/resources/health/chiron/access/internal/policy/cells.txt");

    @Test
    void the_page_in_docs_says_what_is_proven() throws IOException {
        String page = page();
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws IOException {
        RoleMatrix matrix = RoleMatrix.read();
        return """
                # The access matrix, cell by cell

                Generated from what the build proves; do not edit. In words it stands in [access.md](access.md). Written anew with
                `./mvnw verify -pl acceptance -am -Dit.test=PrintingTheMatrixIT -Dmatrix.write=true` (and `-Dtest=NoSuch -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false`).

                ## The policy

                What a kind of account may do by one relationship alone, with every right that a clinic can give. What has no row may nothing.
                Proof of each row: `DecidingTest.a_relationship_opens_these_and_no_other_acts`, which asks for every act on every category and
                accepts these and no others. Denials: `DecidingTest.a_block_…`. The second wall is asked in `ConnectingAsTheApplicationIT` and
                `SharingPastTheApplicationIT`.

                | account | relationship | may |
                |---|---|---|
                """ + policy()
                + """

                ## The operations

                Every operation of [openapi.yaml](openapi.yaml), by %d actors, in every state that makes a difference: %d rows, %d cells. Proof of each
                cell: `KeepingTheRoleMatrixIT.each_answer_is_the_one_of_the_matrix`, the row of that name. It checks the status, that whoever is
                refused changed nothing, that no text of a chart is in an answer to whom it is not open, and the access log's row. An operation
                without a row fails the build.

                | operation (state) | log | let in | 403, known | 404, nothing said | others |
                |---|---|---|---|---|---|
                """.formatted(
                                matrix.sees().size(),
                                matrix.rows().size(),
                                matrix.rows().stream()
                                        .mapToInt(row -> row.statuses().size())
                                        .sum())
                + matrix.rows().stream().map(row -> row(matrix, row)).collect(Collectors.joining())
                + portal();
    }

    private static String portal() {
        PortalMatrix matrix = PortalMatrix.read();
        List<PortalMatrix.Act> acts =
                matrix.rows().stream().flatMap(row -> row.acts().stream()).toList();
        return """

                ## The portal's pages

                Every page of the portal and every other address, by the same actors: %d rows, %d cells. Whoever is not signed in is sent to sign in
                wherever they are not let in. Proof of each cell: `KeepingThePortalMatrixIT`, the row of that name; it also checks that
                opening a page changes nothing, that no text of a chart is in a page to whom it is not open, and that the log has whoever is
                refused a page about a patient. A page without a row fails the build.

                | page (state) | shown | 403, known | 404, nothing said | led elsewhere |
                |---|---|---|---|---|
                """.formatted(
                                matrix.rows().size(),
                                matrix.rows().stream()
                                        .mapToInt(row -> row.cells().size())
                                        .sum())
                + matrix.rows().stream().map(row -> page(matrix, row)).collect(Collectors.joining())
                + """

                ## What is posted from them

                Every method that a page of the portal binds: %d, by the same actors. All others post it as well, with somebody else's view and with
                one of their own: nothing changes, and nothing is shown to them. Proof: the same test, the page's row.

                | page (state) | what is called | who may |
                |---|---|---|
                """.formatted(acts.size())
                + matrix.rows().stream()
                        .flatMap(row -> row.acts().stream().map(act -> act(matrix, row, act)))
                        .collect(Collectors.joining());
    }

    private static String page(PortalMatrix matrix, PortalMatrix.Row row) {
        Map<String, List<String>> byCell = matrix.actors().names().stream()
                .collect(Collectors.groupingBy(actor -> row.cells().get(actor)));
        return "| `%s` (%s) | %s | %s | %s | %s |\n"
                .formatted(
                        row.page(),
                        row.state(),
                        names(byCell, PortalMatrix.SHOWN),
                        names(byCell, "403"),
                        names(byCell, "404"),
                        names(byCell, PortalMatrix.ELSEWHERE));
    }

    private static String names(Map<String, List<String>> byCell, String cell) {
        return String.join(", ", byCell.getOrDefault(cell, List.of()));
    }

    private static String act(PortalMatrix matrix, PortalMatrix.Row row, PortalMatrix.Act act) {
        String who = act.by().isEmpty()
                ? "nobody of these"
                : matrix.actors().names().stream().filter(act.by()::contains).collect(Collectors.joining(", "));
        return "| `%s` (%s) | `%s` | %s |\n".formatted(row.page(), row.state(), act.bound(), who);
    }

    private static String policy() throws IOException {
        return Files.readAllLines(CELLS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|", 3))
                .map(cell -> "| %s | %s | %s |%n"
                        .formatted(
                                words(cell[0]), words(cell[1]), words(cell[2]).replace("; ", "<br>")))
                .collect(Collectors.joining())
                .replace("\r", "");
    }

    private static String row(RoleMatrix matrix, RoleMatrix.Row row) {
        Map<Integer, List<String>> byStatus = new TreeMap<>(matrix.sees().keySet().stream()
                .collect(Collectors.groupingBy(actor -> row.statuses().get(actor))));
        String letIn = actors(byStatus, 200, 399);
        String others = byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() >= 400 && entry.getKey() != 403 && entry.getKey() != 404)
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("<br>"));
        return "| `%s` (%s) | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.operation(),
                        row.state(),
                        row.act() == null ? "" : words(row.act()),
                        letIn,
                        actors(byStatus, 403, 403),
                        actors(byStatus, 404, 404),
                        others);
    }

    private static String actors(Map<Integer, List<String>> byStatus, int from, int until) {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() <= until)
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.joining(", "));
    }

    private static String words(String capitals) {
        return capitals.strip().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

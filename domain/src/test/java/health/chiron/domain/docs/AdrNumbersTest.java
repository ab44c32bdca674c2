package health.chiron.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AdrNumbersTest {
    private static final Pattern NAME = Pattern.compile("([0-9]{4})-[a-z0-9]+(?:-[a-z0-9]+)*\\.md");
    private static final Pattern MENTION = Pattern.compile("\\bADR ([0-9]+)\\b");
    private static final Path REPOSITORY = NumberedFiles.repository();

    private static List<Path> decisions() throws IOException {
        return NumberedFiles.in(REPOSITORY.resolve("docs/adr"), ".md").stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void numbers_are_unique_and_without_gaps() throws IOException {
        assertThat(decisions()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(new NumberedFiles(NAME).faults(names(decisions()))).isEmpty();
        assertThat(new NumberedFiles(NAME).gaps(names(decisions()))).isEmpty();
    }

    @Test
    void a_number_used_twice_a_gap_and_an_odd_name_are_found() {
        List<String> planted = List.of("0001-one.md", "0001-other.md", "0003-three.md", "4-Four.md");
        assertThat(new NumberedFiles(NAME).faults(planted))
                .satisfiesExactly(
                        twice -> assertThat(twice).isEqualTo("number 1 is used twice"),
                        odd -> assertThat(odd).startsWith("4-Four.md is not named like"));
        assertThat(new NumberedFiles(NAME).gaps(planted)).containsExactly(2);
    }

    @Test
    void every_page_says_its_number_and_its_status_and_is_short_enough_to_be_read() throws IOException {
        for (Path page : decisions()) {
            int number = Integer.parseInt(page.getFileName().toString().substring(0, 4));
            List<String> lines = Files.readAllLines(page);
            assertThat(lines.get(0)).as(page.toString()).startsWith("# " + number + ". ");
            assertThat(lines)
                    .as(page.toString())
                    .anyMatch(line -> line.matches("Status: (accepted|superseded by [0-9]{4})"));
            assertThat(lines).as(page.toString()).hasSizeBetween(20, 60);
        }
    }

    @Test
    void the_index_names_every_page() throws IOException {
        String index = Files.readString(REPOSITORY.resolve("docs/adr/README.md"));
        for (String name : names(decisions())) {
            assertThat(index).contains("](" + name + ")");
        }
    }

    @Test
    void a_decision_that_the_sources_mention_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        int mentions = 0;
        for (String end : List.of(".java", ".sql", ".xml")) {
            for (Path source : NumberedFiles.in(REPOSITORY.resolve("domain/src/main"), end)) {
                Matcher mention = MENTION.matcher(Files.readString(source));
                while (mention.find()) {
                    mentions++;
                    String start = String.format("%04d-", Integer.parseInt(mention.group(1)));
                    if (names(decisions()).stream().noneMatch(name -> name.startsWith(start))) {
                        missing.add(source.getFileName() + " mentions " + mention.group());
                    }
                }
            }
        }
        assertThat(mentions).isPositive();
        assertThat(missing).isEmpty();
    }
}

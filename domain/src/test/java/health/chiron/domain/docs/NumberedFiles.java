package health.chiron.domain.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that carry their number in their name: what is wrong with the names, in sentences. */
final class NumberedFiles {
    private final Pattern form;

    /** @param form what a name has to look like; its first group is the number */
    NumberedFiles(Pattern form) {
        this.form = form;
    }

    /** Names of another form, and numbers used twice. */
    List<String> faults(List<String> names) {
        List<String> faults = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (String name : names) {
            Matcher matcher = form.matcher(name);
            if (!matcher.matches()) {
                faults.add(name + " is not named like " + form);
            } else if (!numbers.add(Integer.parseInt(matcher.group(1)))) {
                faults.add("number " + Integer.parseInt(matcher.group(1)) + " is used twice");
            }
        }
        return faults;
    }

    /** The numbers from 1 on that no name carries although a higher one does. */
    List<Integer> gaps(List<String> names) {
        SortedSet<Integer> numbers = names.stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return IntStream.range(1, numbers.isEmpty() ? 1 : numbers.last())
                .filter(number -> !numbers.contains(number))
                .boxed()
                .toList();
    }

    /** The names of the files in a folder and below that end like this, in order. */
    static List<Path> in(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    /** The repository's folder, seen from the module whose tests run. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/adr"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("docs/adr is in no folder above this one");
            }
        }
        return folder;
    }
}

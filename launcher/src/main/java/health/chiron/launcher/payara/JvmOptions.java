package health.chiron.launcher.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of options for the server's process: comments, blank lines, and options that need a newer Java. */
final class JvmOptions {
    private static final Pattern FROM_VERSION = Pattern.compile("\\[(\\d+)\\|\\](.*)");

    private JvmOptions() {}

    /**
     * The options that hold for this Java, in the file's order.
     *
     * @param values what stands for each ${name}
     */
    static List<String> read(Path file, int javaVersion, Map<String, String> values) throws IOException {
        List<String> options = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String option = line.strip();
            if (option.isEmpty() || option.startsWith("#")) {
                continue;
            }
            Matcher from = FROM_VERSION.matcher(option);
            if (from.matches()) {
                if (javaVersion < Integer.parseInt(from.group(1))) {
                    continue;
                }
                option = from.group(2);
            }
            for (Map.Entry<String, String> value : values.entrySet()) {
                option = option.replace("${" + value.getKey() + "}", value.getValue());
            }
            options.add(option);
        }
        return options;
    }
}

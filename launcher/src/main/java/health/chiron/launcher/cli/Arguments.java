package health.chiron.launcher.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A command line taken apart: options with values, switches, and what remains. An option on the line beats the environment. */
final class Arguments {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[mMgG]");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();
    private final Map<String, String> environment;

    private Arguments(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a command line.
     *
     * @param withValue options that take a value, as in --port 8081 or --port=8081
     * @param switches options that take none
     */
    static Arguments parse(
            List<String> line, Set<String> withValue, Set<String> switches, Map<String, String> environment) {
        Arguments arguments = new Arguments(environment);
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!word.startsWith("-") || word.equals("-")) {
                arguments.rest.add(word);
            } else if (switches.contains(word)) {
                arguments.values.put(word, "");
            } else if (!withValue.contains(name)) {
                throw new UsageException("There is no option " + name + " here; ./chiron help lists them.");
            } else if (equals > 0) {
                arguments.values.put(name, word.substring(equals + 1));
            } else if (i + 1 < line.size()) {
                i++;
                arguments.values.put(name, line.get(i));
            } else {
                throw new UsageException("The option " + name + " needs a value.");
            }
        }
        return arguments;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The option's value, else the variable's. An empty variable counts as not set. */
    Optional<String> text(String option, String variable) {
        return Optional.ofNullable(values.get(option))
                .or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()));
    }

    /** A port number from 0 (choose one) to 65535. */
    Optional<Integer> port(String option, String variable) {
        return text(option, variable).map(text -> {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
                throw new UsageException(option + " takes a port number from 0 to " + HIGHEST_PORT + ".");
            }
            return Integer.parseInt(text);
        });
    }

    /** A heap size as Java writes it. */
    Optional<String> heap(String option, String variable) {
        return text(option, variable).map(text -> {
            if (!HEAP.matcher(text).matches()) {
                throw new UsageException(option + " takes a size as in 768m or 2g.");
            }
            return text;
        });
    }

    /** What is neither option nor value, in order. */
    List<String> rest() {
        return List.copyOf(rest);
    }
}

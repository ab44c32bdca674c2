package health.chiron.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param seconds of one round
 * @param rounds of each side, taking turns
 * @param warmUp before the first round of an operation, for each side
 * @param clients numbers of clients at once, each measured
 * @param operations words that the names of the operations begin with; empty for all
 */
record Options(Duration seconds, int rounds, Duration warmUp, List<Integer> clients, Set<String> operations) {
    static final Options USUAL = new Options(Duration.ofSeconds(2), 4, Duration.ofSeconds(15), List.of(1, 8), Set.of());

    static final String HELP = """
            ./chiron bench [--seconds N] [--rounds N] [--warm-up N] [--clients 1,8] [--only chart,visit]
                --seconds N    how long one round lasts (2)
                --rounds N     how many rounds each side has, taking turns (4)
                --warm-up N    seconds for each operation and side before it is measured (15)
                --clients L    how many clients at once, separated by commas (1,8)
                --only L       operations whose name begins with one of these words""";

    /** @throws IllegalArgumentException with one sentence */
    static Options of(List<String> line) {
        Options options = USUAL;
        for (int i = 0; i < line.size(); i += 2) {
            String name = line.get(i);
            if (i + 1 == line.size()) {
                throw new IllegalArgumentException(name + " needs a value, or is no option of the bench.");
            }
            options = options.with(name, line.get(i + 1));
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seconds" ->
                new Options(Duration.ofSeconds(number(name, value, 600)), rounds, warmUp, clients, operations);
            case "--rounds" -> new Options(seconds, number(name, value, 100), warmUp, clients, operations);
            case "--warm-up" ->
                new Options(seconds, rounds, Duration.ofSeconds(number(name, value, 600)), clients, operations);
            case "--clients" ->
                new Options(
                        seconds,
                        rounds,
                        warmUp,
                        Arrays.stream(value.split(",", -1))
                                .map(each -> number(name, each, World.DOCTORS))
                                .toList(),
                        operations);
            case "--only" -> new Options(seconds, rounds, warmUp, clients, Set.of(value.split(",", -1)));
            default -> throw new IllegalArgumentException("The bench has no option " + name + ".");
        };
    }

    private static int number(String name, String value, int most) {
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " takes whole numbers from 1 to " + most + ".");
        }
        return Integer.parseInt(value);
    }

    boolean wants(String operation) {
        return operations.isEmpty() || operations.stream().anyMatch(operation::startsWith);
    }
}

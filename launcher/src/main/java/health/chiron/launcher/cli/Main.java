package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program behind ./chiron. Every failure is one sentence on the error stream and an exit code other than 0. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    static int run(List<String> words) {
        String name = words.isEmpty() ? "help" : words.get(0);
        Command command = commands().get(name);
        if (command == null) {
            System.err.println("There is no command " + name + "; ./chiron help lists them.");
            return MISUSED;
        }
        try {
            return command.run(words.subList(1, words.size()));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return MISUSED;
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            explain(e);
            return FAILED;
        }
    }

    /** The technical story is for somebody who asks for it. */
    private static void explain(LauncherException e) {
        if (System.getenv("CHIRON_DEBUG") != null) {
            e.printStackTrace();
        }
    }

    private static Map<String, Command> commands() {
        Map<String, String> environment = System.getenv();
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("up", new Up(environment));
        commands.put("down", new Down(environment));
        commands.put("reset", new Reset(environment));
        commands.put("status", new Status(environment));
        commands.put("logs", new Logs(environment));
        commands.put("token", new Token(environment));
        commands.put("audit", new Audit(environment));
        commands.put("import", new Import(environment));
        commands.put("sql", new Sql(environment));
        commands.put("migrate", new Migrate(environment));
        commands.put("rescue", new Rescue(environment));
        commands.put("secrets", new MakeSecrets(environment));
        Command help = new Help();
        commands.put("help", help);
        commands.put("--help", help);
        commands.put("-h", help);
        return commands;
    }
}

package health.chiron.launcher.demo;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.client.ApiRefusal;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Loads the demo: for ./chiron up, for tests and for the bench. What goes in is always the same, but for ids, passwords, and
 * dates, which are counted back from today.
 */
public final class DemoData {
    private final Stack stack;
    private final Home home;
    private final Progress progress;

    private DemoData(Stack stack, Home home, Progress progress) {
        this.stack = stack;
        this.home = home;
        this.progress = progress;
    }

    /**
     * Loads the demo into a running installation, or recognises one that has it, and writes demo.json.
     *
     * @throws LauncherException when an earlier attempt has stopped halfway: then only a reset helps
     */
    public static DemoFile load(Stack stack, Home home, Progress progress) {
        return new DemoData(stack, home, progress).load();
    }

    /** Writes demo.json without loading anything: with the accounts that it named before, and the addresses of this start. */
    public static DemoFile skip(Stack stack) {
        List<DemoFile.Account> others = Files.exists(stack.data().demo())
                ? DemoFile.read(stack.data()).accounts().stream()
                        .filter(account -> !account.role().equals("platform_admin"))
                        .toList()
                : List.of();
        return DemoFile.write(stack, others);
    }

    private DemoFile load() {
        if (isLoaded(stack.data())) {
            return skip(stack);
        }
        Path people = new Synthea(home, progress).people();
        run(people);
        return DemoFile.read(stack.data());
    }

    private void run(Path people) {
        try {
            DemoFile.write(stack, new DemoRun(stack, Clock.systemUTC(), progress).run(people));
        } catch (ApiRefusal refusal) {
            if (refusal.status() == 409 && refusal.isOf("/clinics", "/accounts")) {
                throw new LauncherException(
                        "A part of the demo is there already, from a start that was interrupted; ./chiron reset makes room"
                                + " for all of it, and --no-demo starts without.",
                        refusal);
            }
            throw refusal;
        }
    }

    private static boolean isLoaded(DataFolder data) {
        return Files.exists(data.demo()) && !DemoFile.read(data).of("doctor").isEmpty();
    }
}

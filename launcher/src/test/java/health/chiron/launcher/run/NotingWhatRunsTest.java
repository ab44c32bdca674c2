package health.chiron.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotingWhatRunsTest {
    @TempDir
    private Path folder;

    private static ProcessId thisProcess() {
        return ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
    }

    @Test
    void what_was_written_is_read_again() {
        Path file = folder.resolve("state.json");
        RunState state = RunState.none()
                .withDatabase(thisProcess(), 15_432)
                .withServer(thisProcess(), "127.0.0.1", 8080, 4848)
                .withLauncher(thisProcess());
        state.write(file);
        assertThat(RunState.read(file)).isEqualTo(state);
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("state.json"));
    }

    @Test
    void without_a_file_nothing_runs() {
        RunState state = RunState.read(folder.resolve("state.json"));
        assertThat(state.liveServer()).isEmpty();
        assertThat(state.liveDatabase()).isEmpty();
        assertThat(state.liveLauncher()).isEmpty();
    }

    @Test
    void a_broken_file_is_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("state.json"), "{\"launcher\": ");
        assertThatThrownBy(() -> RunState.read(file))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("state.json cannot be read");
    }

    @Test
    void a_process_is_recognised_only_with_its_start_time_and_boot() {
        ProcessId me = thisProcess();
        assertThat(me.isAlive()).isTrue();
        assertThat(new ProcessId(me.pid(), me.startTicks() + 1, me.boot()).isAlive())
                .isFalse();
        assertThat(new ProcessId(me.pid(), me.startTicks(), "another boot").isAlive())
                .isFalse();
    }

    @Test
    void a_stranger_with_a_reused_number_is_never_signalled() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessId real = ProcessId.of(stranger.pid()).orElseThrow();
            ProcessId remembered = new ProcessId(real.pid(), real.startTicks() - 500, real.boot());
            Signals.end(remembered, "KILL", java.time.Duration.ofSeconds(1));
            assertThat(real.isAlive()).isTrue();
            Signals.end(real, "KILL", java.time.Duration.ofSeconds(5));
            assertThat(real.isAlive()).isFalse();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void memory_of_a_running_process_is_known() {
        assertThat(thisProcess().residentBytes()).isGreaterThan(1024 * 1024);
    }
}

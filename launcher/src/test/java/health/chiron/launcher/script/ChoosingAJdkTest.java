package health.chiron.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script on made-up JDK folders. */
class ChoosingAJdkTest {
    @TempDir
    private Path jvms;

    private record Answer(int exit, String text) {}

    private Path jdk(String name, String version) throws IOException {
        Path home = jvms.resolve(name);
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.createFile(javac, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer choose(Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Home.find().root().resolve("chiron").toString(), "jdk").redirectErrorStream(true);
        builder.environment().put("CHIRON_JVM_ROOT", jvms.toString());
        builder.environment().remove("JAVA_HOME");
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        Process script = builder.start();
        String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Answer(script.waitFor(), text);
    }

    @Test
    void the_named_one_is_taken_when_it_is_new_enough() throws Exception {
        Path named = jdk("named", "21.0.1");
        jdk("newer", "25.0.3");
        assertThat(choose(named)).isEqualTo(new Answer(0, named.toString()));
    }

    @Test
    void the_newest_of_the_machine_replaces_a_named_one_that_is_too_old() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk("good", "21");
        Path newest = jdk("with a space", "25.0.3");
        assertThat(choose(old)).isEqualTo(new Answer(0, newest.toString()));
        assertThat(choose(null)).isEqualTo(new Answer(0, newest.toString()));
    }

    @Test
    void without_a_new_one_there_is_one_sentence() throws Exception {
        jdk("old", "17.0.15");
        Answer answer = choose(null);
        assertThat(answer.exit()).isNotZero();
        assertThat(answer.text()).hasLineCount(1).contains("needs a JDK 21 or newer");
    }
}

package health.chiron.launcher.demo;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.FolderLock;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets Synthea (MITRE, Apache 2.0) make people up, in a process of its own: it brings forty old libraries along, and none of
 * them belongs on a class path of ours. The same people every time, byte for byte; made once for each tools folder.
 */
public final class Synthea {
    /** Made anew when the people change. */
    private static final String FOLDER = "synthea-3.3.0-people-1";

    private static final String SEED = "20261";
    private static final String DAY = "20260901";
    private static final String PEOPLE = "20";

    private final Home home;
    private final Progress progress;

    /** Works in the home's tools folder. */
    public Synthea(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** The folder with the bundles of 20 living people, their hospitals and practitioners; made now when it is the first time. */
    public Path people() {
        Path target = home.tools().resolve(FOLDER);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(home.tools());
        } catch (IOException e) {
            throw new LauncherException(
                    "The tools folder " + home.tools() + " cannot be made; choose another one with CHIRON_TOOLS.", e);
        }
        FolderLock lock = FolderLock.await(home.tools().resolve(".lock"));
        try {
            if (!Files.isDirectory(target)) {
                progress.step("Making up 20 people with Synthea, once", () -> make(target));
            }
        } finally {
            lock.close();
        }
        return target;
    }

    private void make(Path target) {
        Path work = target.resolveSibling(FOLDER + ".part");
        DataFolder.delete(work);
        try {
            Files.createDirectories(work);
            run("Fetching Synthea", work, classPathCommand(work));
            String classPath = Files.readString(work.resolve("classpath")).strip();
            run("Synthea", work, generatorCommand(classPath, work.resolve("output")));
            Files.move(work.resolve("output/fhir"), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException("The people for the demo cannot be written: " + DataFolder.reason(e) + ".", e);
        }
        DataFolder.delete(work);
    }

    private List<String> classPathCommand(Path work) {
        return List.of(
                home.root().resolve("mvnw").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-q",
                "-f",
                home.root().resolve("launcher/synthea/pom.xml").toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=" + work.resolve("classpath"));
    }

    private static List<String> generatorCommand(String classPath, Path output) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                classPath,
                "App"));
        command.addAll(List.of("-s", SEED, "-cs", SEED, "-r", DAY, "-e", DAY, "-p", PEOPLE));
        command.addAll(List.of(
                "--exporter.baseDirectory=" + output,
                "--exporter.fhir.export=true",
                // Bills and provenance make up half of the files and are not imported yet.
                "--exporter.fhir.excluded_resources=Claim,ExplanationOfBenefit,Provenance,SupplyDelivery",
                "--exporter.years_of_history=3",
                "--exporter.metadata.export=false",
                "--generate.only_alive_patients=true",
                // One thread: with several, the order of the random numbers would depend on the machine.
                "--generate.thread_pool_size=1",
                "Massachusetts"));
        return command;
    }

    private void run(String what, Path work, List<String> command) throws IOException {
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new LauncherException(what + " failed; " + log + " says why.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LauncherException("Making up people for the demo was interrupted.", e);
        }
    }
}

package health.chiron.launcher.payara;

import health.chiron.launcher.run.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the server is to run.
 *
 * @param glassfish the unpacked server
 * @param configuration docker/payara
 * @param data the data folder
 * @param deployable the EAR or WAR
 * @param address what portal and API listen on
 * @param port theirs
 * @param adminPort the administration's, on the loopback address
 * @param adminPassword the administration's
 * @param heap the largest Java heap, as in 768m
 * @param readyPaths all answer 200 when the application serves
 * @param environment what the application is told
 * @param jvmOptions further options of its Java process, beside those of the configuration
 */
public record AppServerOptions(
        Path glassfish,
        Path configuration,
        DataFolder data,
        Path deployable,
        String address,
        int port,
        int adminPort,
        String adminPassword,
        String heap,
        List<String> readyPaths,
        Map<String, String> environment,
        List<String> jvmOptions) {

    @Override
    public String toString() {
        return "AppServerOptions[port=" + port + "]";
    }
}

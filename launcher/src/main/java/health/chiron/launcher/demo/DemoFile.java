package health.chiron.launcher.demo;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Json;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo offers, for programs: run/demo.json.
 *
 * @param portal the portal's address
 * @param api the API's address, without a slash at the end
 * @param openapi the page that shows the API
 * @param accounts who can sign in
 */
public record DemoFile(String portal, String api, String openapi, List<Account> accounts) {

    /**
     * A demo account.
     *
     * @param role the kind of account
     * @param username its name
     * @param password its password, made for this installation
     * @param clinic the name of its clinic, null without one
     * @param patients ids of the patients that belong to it
     */
    public record Account(String role, String username, String password, String clinic, List<String> patients) {
        @Override
        public String toString() {
            return "Account[" + role + ", " + username + "]";
        }
    }

    /** Writes the addresses, the first administrator and whoever the demo data brought. */
    public static void write(Stack stack, List<Account> others) {
        Credentials admin = stack.firstAdministrator();
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account("administrator", admin.username(), admin.password(), null, List.of()));
        accounts.addAll(others);
        Json.write(
                stack.data().demo(),
                new DemoFile(
                        stack.portal().toString(),
                        stack.api().toString(),
                        stack.apiDocuments().toString(),
                        accounts));
        protect(stack.data());
    }

    private static void protect(DataFolder data) {
        try {
            Files.setPosixFilePermissions(
                    data.demo(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        } catch (java.io.IOException e) {
            throw new LauncherException(data.demo() + " cannot be protected: " + DataFolder.reason(e) + ".", e);
        }
    }

    /** What was written at the last start. */
    public static DemoFile read(DataFolder data) {
        if (!Files.exists(data.demo())) {
            throw new LauncherException("There is no " + data.demo() + " yet; ./chiron up writes it.");
        }
        return Json.read(data.demo(), DemoFile.class);
    }
}

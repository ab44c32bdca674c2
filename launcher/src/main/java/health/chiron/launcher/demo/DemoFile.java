package health.chiron.launcher.demo;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo offers, for programs: run/demo.json.
 *
 * @param portal the portal's address
 * @param api the API's address, without a slash at the end
 * @param openapi the page that shows the API
 * @param outbox the folder where mail and SMS arrive as files
 * @param accounts who can sign in
 */
public record DemoFile(String portal, String api, String openapi, String outbox, List<Account> accounts) {
    /** Copies the list. */
    public DemoFile {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /**
     * A demo account.
     *
     * @param role the kind of account, in the API's words
     * @param username its name
     * @param password its password, made for this installation
     * @param name the person's name
     * @param clinic the name of its clinic, null without one
     * @param clinicId the id of its clinic, null without one
     * @param patients the patients whom it reaches or works for
     */
    public record Account(
            String role,
            String username,
            String password,
            String name,
            String clinic,
            String clinicId,
            List<Patient> patients) {
        /** Copies the list. */
        public Account {
            patients = patients == null ? List.of() : List.copyOf(patients);
        }

        @Override
        public String toString() {
            return "Account[" + role + ", " + username + "]";
        }
    }

    /**
     * A demo patient.
     *
     * @param kind {@code human} or {@code animal}
     */
    public record Patient(String id, String name, String kind) {
        @Override
        public String toString() {
            return "Patient[" + id + "]";
        }
    }

    /** The accounts of this role. */
    public List<Account> of(String role) {
        return accounts.stream().filter(account -> account.role().equals(role)).toList();
    }

    /** Writes the addresses, the first administrator and whoever the demo data brought. */
    public static DemoFile write(Stack stack, List<Account> others) {
        Credentials admin = stack.firstAdministrator();
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account(
                "platform_admin", admin.username(), admin.password(), "First administrator", null, null, List.of()));
        accounts.addAll(others);
        DemoFile file = new DemoFile(
                stack.portal().toString(),
                stack.api().toString(),
                stack.apiDocuments().toString(),
                stack.outbox().toString(),
                accounts);
        Json.write(stack.data().demo(), file);
        protect(stack.data());
        return file;
    }

    private static void protect(DataFolder data) {
        try {
            Files.setPosixFilePermissions(data.demo(), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
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

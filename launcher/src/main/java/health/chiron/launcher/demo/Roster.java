package health.chiron.launcher.demo;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.client.ApiSession;
import health.chiron.launcher.secrets.Secrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everybody who can sign in, with their passwords of this installation, their patients, and their one session each. */
final class Roster {
    private final URI api;
    private final Secrets secrets;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, ApiSession> sessions = new HashMap<>();

    private record Entry(String role, String name, ClinicMade clinic, Set<DemoFile.Patient> patients) {}

    /** A clinic as the API knows it. */
    record ClinicMade(String id, String name, String timeZone) {}

    Roster(URI api, Secrets secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    /** The password of an account: made up at first, the same ever after. */
    String password(String username) {
        return secrets.password("demo-" + username.replaceAll("[^A-Za-z0-9.@-]", "_") + ".password");
    }

    /** Adds an account that can sign in. */
    void add(String role, String username, String name, ClinicMade clinic) {
        entries.putIfAbsent(username, new Entry(role, name, clinic, new LinkedHashSet<>()));
    }

    /** The account's session; signs in when it is the first time. */
    ApiSession session(String username) {
        return sessions.computeIfAbsent(username, name -> ApiSession.open(api, new Credentials(name, password(name))));
    }

    /** Notes that the account has to do with the patient. */
    void reaches(String username, DemoFile.Patient patient) {
        entries.get(username).patients().add(patient);
    }

    /** Notes that everybody of a role at the clinic has to do with the patient. */
    void reachesAll(String role, ClinicMade clinic, DemoFile.Patient patient) {
        entries.values().stream()
                .filter(entry -> entry.role().equals(role) && clinic.equals(entry.clinic()))
                .forEach(entry -> entry.patients().add(patient));
    }

    /** Notes that the account has nothing to do with the patient any more. */
    void reachesNoMore(String username, DemoFile.Patient patient) {
        entries.get(username).patients().remove(patient);
    }

    /** For demo.json. */
    List<DemoFile.Account> accounts() {
        List<DemoFile.Account> accounts = new ArrayList<>();
        entries.forEach((username, entry) -> accounts.add(new DemoFile.Account(
                entry.role(),
                username,
                password(username),
                entry.name(),
                entry.clinic() == null ? null : entry.clinic().name(),
                entry.clinic() == null ? null : entry.clinic().id(),
                List.copyOf(entry.patients()))));
        return accounts;
    }
}

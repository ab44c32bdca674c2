package health.chiron.acceptance.container;

import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A clinic with a dog whose chart is open to the doctor, as the tests inside the server know it. */
final class Known {
    static final String FILE = "known.properties";

    private final Properties facts = new Properties();

    private Known() {}

    /** Outside: as a file. */
    static String of(Scene scene) {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Scene.Chart stranger = Scene.open().dog();
        return String.join(
                "\n",
                "clinic=" + scene.clinic,
                "dog=" + dog.id(),
                "visit=" + scene.signed(dog),
                "stranger=" + stranger.id(),
                "doctor=" + scene.username("doc"),
                "desk=" + scene.username("desk"),
                "auditor=" + scene.username("audit"),
                "password=" + Scene.PASSWORD,
                "");
    }

    /** Inside: from the file. */
    static Known read() {
        Known known = new Known();
        try (InputStream file = Known.class.getResourceAsStream("/" + FILE)) {
            known.facts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    /** A fact by name. */
    String get(String name) {
        return facts.getProperty(name);
    }
}

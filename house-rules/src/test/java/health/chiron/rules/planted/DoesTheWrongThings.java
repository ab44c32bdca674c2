package health.chiron.rules.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.Executors;

/** Breaks: no console, no old dates, one clock, no deserialisation, no threads or processes, no weak random. */
public class DoesTheWrongThings {
    Date since;

    /** Prints. */
    public void print() {
        System.out.println("here");
    }

    /** Asks for the time. */
    public Instant now() {
        return Instant.now();
    }

    /** Reads objects. */
    public Object read(InputStream bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
            return objects.readObject();
        }
    }

    /** Starts threads. */
    public Object threads() {
        return Executors.newSingleThreadExecutor();
    }

    /** Rolls dice. */
    public int chance() {
        return new Random().nextInt();
    }
}

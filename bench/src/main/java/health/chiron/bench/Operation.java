package health.chiron.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A main operation of the API and the SQL that it comes down to.
 *
 * @param name as the table shows it
 * @param kind which target it has
 * @param api a client that asks the API, for one doctor
 * @param jdbc a client that sends the same SQL, for the same doctor
 */
record Operation(String name, Kind kind, Maker api, Maker jdbc) {
    /** What the targets distinguish. */
    enum Kind {
        READ,
        WRITE,
        /** Shown without a target. */
        SHOWN
    }

    /** Makes the client of one doctor. */
    @FunctionalInterface
    interface Maker {
        Client of(World.Doctor doctor) throws IOException, SQLException;
    }
}

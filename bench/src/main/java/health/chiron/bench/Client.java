package health.chiron.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One simulated user, with a connection of its own. */
interface Client extends AutoCloseable {
    /**
     * Does the operation once and looks at the answer.
     *
     * @throws WrongAnswer when it came but is not right
     */
    void once() throws IOException, SQLException;

    /** Renews what may have run out since the last round. Not measured. */
    default void refresh() throws IOException {}

    @Override
    void close() throws IOException, SQLException;
}

package health.chiron.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Clients of one side of one operation, each a doctor of its own, with connections that stay open over all rounds. */
final class Crowd implements AutoCloseable {
    private final Operation.Maker maker;
    private final World world;
    private final List<Client> clients = new ArrayList<>();

    private Crowd(Operation.Maker maker, World world) {
        this.maker = maker;
        this.world = world;
    }

    static Crowd of(Operation.Maker maker, World world) {
        return new Crowd(maker, world);
    }

    /** The first so many, made when they are missing. */
    List<Client> first(int count) throws IOException, SQLException {
        while (clients.size() < count) {
            clients.add(maker.of(world.doctor(clients.size())));
        }
        return List.copyOf(clients.subList(0, count));
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Client client : clients) {
            client.close();
        }
    }
}

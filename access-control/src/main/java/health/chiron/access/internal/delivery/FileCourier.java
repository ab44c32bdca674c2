package health.chiron.access.internal.delivery;

import health.chiron.domain.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lays messages into a folder, for demonstration: who tries the house out sees the code that an owner would get. */
@ApplicationScoped
class FileCourier implements Courier {
    @Inject
    @ConfigProperty(name = "chiron.outbox.dir")
    private Optional<String> folder;

    @Override
    public void carry(Outgoing message) throws CourierFailure {
        if (folder.isEmpty()) {
            throw new CourierFailure("CHIRON_OUTBOX_DIR is not set");
        }
        try {
            Path outbox = Files.createDirectories(Path.of(folder.get()));
            // Written beside and moved: whoever watches the folder never sees half a message.
            Path part = Files.createTempFile(outbox, ".part", null);
            Files.writeString(
                    part,
                    "To: " + message.target() + "\nChannel: " + message.channel() + "\nSubject: " + message.subject()
                            + "\n\n" + message.text());
            Files.move(part, outbox.resolve(Ids.next() + ".txt"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CourierFailure("the outbox folder cannot be written");
        }
    }
}

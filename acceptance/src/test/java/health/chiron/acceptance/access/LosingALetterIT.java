package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A code that could not be handed over: the front desk sees it, and nothing of it stays pending. */
class LosingALetterIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void a_code_that_went_out_shows_as_sent() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        House.get().outbox().codeTo(dog.mail(), 3);
        assertThat(settledDelivery(request)).isEqualTo("sent");
    }

    @Test
    void a_code_that_could_not_go_out_shows_as_failed() throws IOException {
        Scene.Chart dog = scene.dog();
        Path outbox = House.get().stack().outbox();
        Path aside = outbox.resolveSibling("outbox-aside");
        // No folder, and nothing that could become one: for a courier of files, what a dead mail server is for mail.
        Files.move(outbox, aside);
        Files.createFile(outbox);
        try {
            String request = scene.ask(dog).text("id");
            assertThat(settledDelivery(request)).isEqualTo("failed");
        } finally {
            Files.delete(outbox);
            Files.move(aside, outbox);
        }
        assertThat(House.get().outbox().to(dog.mail())).hasSize(2);
    }

    private static String settledDelivery(String request) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String delivery;
        do {
            delivery = scene.desk.get("/access-requests/" + request).mustBe(200).text("delivery");
        } while (delivery.equals("pending") && Instant.now().isBefore(end));
        return delivery;
    }
}

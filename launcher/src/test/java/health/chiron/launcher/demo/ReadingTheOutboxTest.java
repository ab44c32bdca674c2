package health.chiron.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTheOutboxTest {
    @TempDir
    private Path folder;

    private void message(String name, String to, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), "To: " + to + "\nChannel: EMAIL\nSubject: s\n\n" + text);
    }

    @Test
    void finds_the_code_for_a_contact_and_reads_it_once() throws IOException {
        Outbox outbox = new Outbox(folder);
        message("1", "ada@example.org", "Hello.\n\nCode: 111111\n\nBye.");
        message("2", "bob@example.org", "Code: 222222\n");
        message("3", "ada@example.org", "Code: 333333\n");

        assertThat(outbox.codeFor("ada@example.org")).isEqualTo("111111");
        assertThat(outbox.codeFor("ada@example.org")).isEqualTo("333333");
        assertThat(outbox.codeFor("bob@example.org")).isEqualTo("222222");
    }

    @Test
    void passes_over_what_was_there_before() throws IOException {
        message("1", "ada@example.org", "Code: 111111\n");
        Outbox outbox = new Outbox(folder);
        message("2", "ada@example.org", "Code: 222222\n");

        assertThat(outbox.codeFor("ada@example.org")).isEqualTo("222222");
    }

    @Test
    void reads_an_invitation_in_either_language() throws IOException {
        Outbox outbox = new Outbox(folder);
        message("1", "+4930", "Anmeldename: +4930-ab12\nLink:\nhttp://localhost/portal/activate?token=a_B-9\n");

        assertThat(outbox.invitationFor("+4930")).isEqualTo(new Outbox.Invitation("+4930-ab12", "a_B-9"));
    }
}

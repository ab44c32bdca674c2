package health.chiron.access.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The courier against a real SMTP server. */
class SendingMailTest {
    private static final String TO = "owner@example.org";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailCourier courier = new MailCourier();

    @BeforeEach
    void the_server_runs() {
        server.start();
        courier.host = Optional.of("127.0.0.1");
        courier.port = server.getSmtp().getPort();
        courier.user = Optional.empty();
        courier.password = Optional.empty();
        courier.from = Optional.of("clinic@example.org");
        courier.tls = false;
        courier.patience = Duration.ofSeconds(5);
    }

    @AfterEach
    void the_server_ends() {
        server.stop();
    }

    private static Outgoing mail(String to, String subject, String text) {
        return new Outgoing(Outgoing.Channel.EMAIL, to, subject, text);
    }

    private static Outgoing mail() {
        return mail(TO, "Subject of the letter", "Text of the letter");
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static List<String> headers(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .split("\r\n\r\n", 2)[0]
                .lines()
                .toList();
    }

    private void fails(Outgoing message, String because) {
        assertThatThrownBy(() -> courier.carry(message))
                .isInstanceOf(CourierFailure.class)
                .hasMessageContaining(because)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .doesNotContain(TO, "example.org", message.subject(), message.text()))
                .hasNoCause();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void umlauts_and_a_long_subject_arrive_as_they_were_written() throws Exception {
        String subject = "Öffnung der Akte von Käthe Müßiggang für die Tierärztliche Praxis Grünwald – "
                .repeat(4)
                .strip();
        String text = "Grüße aus München: 37,5 °C\n\nCode: 123456\n";
        courier.carry(mail(TO, subject, text));
        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo(text.strip());
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(TO);
        assertThat(headers(mail)).allSatisfy(line -> assertThat(line).matches("\\p{ASCII}{0,100}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Code\r\nBcc: eve@example.org",
                "Code\nBcc: eve@example.org",
                "Code\rBcc: eve@example.org",
                "Cöde\r\nBcc: eve@example.org\r\n\r\nsecond body"
            })
    void a_line_break_in_a_subject_begins_no_header(String subject) throws Exception {
        courier.carry(mail(TO, subject, "Text"));
        MimeMessage mail = only();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject())
                .startsWith("C")
                .contains("Bcc: eve@example.org")
                .doesNotContain("\n", "\r");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner@example.org\r\nBcc: eve@example.org",
                "owner@example.org,eve@example.org",
                "owner@example.org eve@example.org",
                "Owner <owner@example.org>\nBcc: eve@example.org",
                "owner",
                ""
            })
    void a_target_that_is_not_one_address_gets_nothing(String target) {
        assertThatThrownBy(() -> courier.carry(mail(target, "Subject", "Text"))).isInstanceOf(CourierFailure.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_recipient_whom_the_server_refuses_is_a_failure() {
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            throw new UserException("no such mailbox");
        });
        fails(mail(), "did not take it");
    }

    @Test
    void a_server_that_is_away_is_a_failure() {
        server.stop();
        fails(mail(), "did not take it");
    }

    @Test
    void a_server_that_says_nothing_is_given_up() throws IOException {
        courier.patience = Duration.ofMillis(200);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            courier.port = silent.getLocalPort();
            fails(mail(), "did not take it");
        }
    }

    @Test
    void without_tls_nothing_is_sent_when_tls_is_required() {
        courier.tls = true;
        fails(mail(), "did not take it");
    }

    @Test
    void an_account_of_the_mail_server_is_used_and_a_wrong_password_is_a_failure() throws Exception {
        server.setUser("clinic", "clinic", "right");
        courier.user = Optional.of("clinic");
        courier.password = Optional.of("wrong");
        fails(mail(), "AuthenticationFailed");
        courier.password = Optional.of("right");
        courier.carry(mail());
        only();
    }

    @Test
    void without_a_configured_server_it_is_a_failure() {
        courier.host = Optional.empty();
        fails(mail(), "CHIRON_SMTP_HOST");
    }
}
